package dev.covenant.devstack.provider;

import java.io.IOException;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

/** What goes back to the caller, if anything does. */
sealed interface Reply {

    void send(HttpExchange exchange) throws IOException;

    static Reply ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    static Reply error(int status, String error, String message) {
        return new Answer(status, new Problem(error, message), Map.of());
    }

    /** An error that HTTP says more about in a header. */
    static Reply error(int status, String error, String message, String header, String value) {
        return new Answer(status, new Problem(error, message), Map.of(header, value));
    }

    record Problem(String error, String message) {}

    record Answer(int status, Object body, Map<String, String> headers) implements Reply {

        @Override
        public void send(HttpExchange exchange) throws IOException {
            byte[] bytes = Json.write(body);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Not a byte: the connection is closed when the exchange is. */
    record Silence() implements Reply {

        @Override
        public void send(HttpExchange exchange) {
            // Closing an exchange that was never answered drops its connection.
        }
    }
}
