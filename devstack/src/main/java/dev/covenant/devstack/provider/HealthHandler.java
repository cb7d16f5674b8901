package dev.covenant.devstack.provider;

import java.io.IOException;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Says whether the books can be reached, to anyone. */
final class HealthHandler implements HttpHandler {

    private final Books books;

    HealthHandler(Books books) {
        this.books = books;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply().send(exchange);
        }
    }

    private Reply reply() {
        return books.reachable()
                ? Reply.ok(Map.of("status", "UP"))
                : Reply.error(503, "books-unavailable", "the database does not answer");
    }
}
