package dev.covenant.devstack.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the provider's API as any client in any language would. */
record ProviderClient(URI uri, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString();
        }

        long number(String field) {
            return body.path(field).asLong();
        }
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    Answer authorize(String id, long amount, String token) {
        return authorizing(id, amount, token).join();
    }

    CompletableFuture<Answer> authorizing(String id, long amount, String token) {
        return sending("PUT", "/charges/" + id, """
                {"amount": %d, "currency": "EUR", "token": "%s"}""".formatted(amount, token));
    }

    /** A charge of that amount, authorized and captured. */
    String captured(long amount, String token) {
        String id = newId();
        authorize(id, amount, token);
        capture(id);
        return id;
    }

    Answer capture(String id) {
        return send("POST", "/charges/" + id + "/capture", "");
    }

    Answer cancel(String id) {
        return send("POST", "/charges/" + id + "/void", "");
    }

    Answer refund(String id, String refundId, long amount) {
        return send("PUT", "/charges/" + id + "/refunds/" + refundId, """
                {"amount": %d}""".formatted(amount));
    }

    Answer find(String id) {
        return send("GET", "/charges/" + id, "");
    }

    Answer send(String method, String path, String body) {
        return sending(method, path, body).join();
    }

    CompletableFuture<Answer> sending(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(ProviderClient::answer);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
