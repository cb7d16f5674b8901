package dev.covenant.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.stack.Stack;

/** A token endpoint for orders that can be stopped, and whose tokens are soon to be renewed: all services accept them. */
final class ShortLivedTokens implements AutoCloseable {
    private static final int LIFE_SECONDS = 15;

    private final Stack stack;
    private final int port = Ports.free();
    private HttpServer server;

    private ShortLivedTokens(Stack stack) {
        this.stack = stack;
    }

    static ShortLivedTokens from(Stack stack) {
        return new ShortLivedTokens(stack);
    }

    String url() {
        return "http://localhost:%d/token".formatted(port);
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/token", this::grant);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }

    private void grant(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        var audience = form.substring(form.indexOf("scope=") + "scope=".length());
        var body = "{\"access_token\":\"%s\",\"expires_in\":%d}"
                .formatted(stack.tokens().service("orders", audience), LIFE_SECONDS)
                .getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
