package dev.covenant.devstack.provider;

import java.io.IOException;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

/** One request, read with limits. */
final class Request {

    static final int LARGEST_BODY = 16 * 1024;

    private final HttpExchange exchange;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    Route route() {
        return Route.of(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    }

    Json.Fields fields() throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw BadRequest.bodyTooLarge(LARGEST_BODY);
        }
        return Json.fields(body);
    }

    /** The first query parameter of that name, undecoded. */
    Optional<String> parameter(String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }
}
