package dev.covenant.orders.api.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import dev.covenant.chassis.json.Json;

/** Sends requests to the server under test with one token, or without. Headers are names and values in turn. Thread-safe. */
record HttpCaller(URI server, String token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer json(String method, String path, Object body, String... headers) {
        return text(method, path, Json.strict().writeValueAsString(body), headers);
    }

    Answer text(String method, String path, String body, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), headers);
    }

    /** The media type is JSON unless a header says otherwise. */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(LIMIT)
                .setHeader("Content-Type", "application/json")
                .method(method, body);
        for (var index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
