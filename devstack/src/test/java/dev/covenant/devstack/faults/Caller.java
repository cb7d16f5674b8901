package dev.covenant.devstack.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls over HTTP, several at a time if need be. */
final class Caller implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Caller(int port) {
        this.port = port;
    }

    /** Status and body, or what broke. */
    CompletableFuture<String> put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body), Duration.ofSeconds(20));
    }

    /** Gives up after {@code limit}. */
    CompletableFuture<String> put(String path, String body, Duration limit) {
        return send("PUT", path, BodyPublishers.ofString(body), limit);
    }

    CompletableFuture<String> send(String method, String path, BodyPublisher body, Duration limit) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body)
                .timeout(limit)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() + " " + answer.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
