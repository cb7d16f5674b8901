package dev.covenant.orders.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A token endpoint that does what the local stack's does not: it checks the client's secret. Its tokens last for two seconds. */
public final class StrictIssuer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String secret;

    /** @param secret the one that it takes of the client orders */
    public StrictIssuer(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create(
                "http://localhost:%d/token".formatted(server.getAddress().getPort()));
    }

    /** From now on the old one is wrong. */
    public void changeSecret(String other) {
        secret = other;
    }

    /** How often it was asked for a token, with whatever secret. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var expected = Base64.getEncoder().encodeToString(("orders:" + secret).getBytes(StandardCharsets.UTF_8));
        var good = ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = good
                ? "{\"access_token\":\"of-the-strict-issuer\",\"token_type\":\"Bearer\",\"expires_in\":2}"
                : "{\"error\":\"invalid_client\"}";
        exchange.sendResponseHeaders(good ? 200 : 401, body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
