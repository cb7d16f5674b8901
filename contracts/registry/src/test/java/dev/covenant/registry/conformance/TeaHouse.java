package dev.covenant.registry.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** A provider: it has tea, and nothing else. */
record TeaHouse(HttpServer server) implements AutoCloseable {
    static TeaHouse open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/tea") ? 200 : 404, -1);
                exchange.close();
            });
            server.start();
            return new TeaHouse(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
