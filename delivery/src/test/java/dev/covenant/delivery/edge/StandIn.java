package dev.covenant.delivery.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server in a service's place: ready, tells its name, remembers what came. */
final class StandIn implements AutoCloseable {
    record Request(String method, Headers headers) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean silent;

    StandIn(String name, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, name));
        server.start();
    }

    /** From now on it takes requests and hangs up without an answer. It says that it is ready all the same. */
    void hangUp() {
        silent = true;
    }

    /** Without those of the edge's checks. */
    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange, String name) throws IOException {
        var isCheck = exchange.getRequestURI().getPath().startsWith("/health");
        if (!isCheck) {
            requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestHeaders()));
            if (silent) {
                exchange.close();
                return;
            }
        }
        var body = name.getBytes();
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
