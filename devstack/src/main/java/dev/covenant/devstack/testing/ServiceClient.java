package dev.covenant.devstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/**
 * One caller of a service's API. Bodies are sent as JSON; header fields are names and values in turn and win over those that
 * it sets itself. Every call waits for its answer, at most 30 s. Thread-safe.
 *
 * @param address of the server
 * @param token of the caller; null for one without
 */
public record ServiceClient(URI address, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String JSON = "application/json";

    /** A caller of the first server of a service. */
    public static ServiceClient of(Stack stack, Part service, String subject, String... roles) {
        var token = stack.tokens().token(subject, service.id(), roles);
        return new ServiceClient(URI.create(stack.ports().url(service)), token);
    }

    /** The same caller at another server of the service. */
    public ServiceClient at(URI replica) {
        return new ServiceClient(replica, token);
    }

    public ServiceAnswer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public ServiceAnswer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), headers);
    }

    /** Without a body. */
    public ServiceAnswer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public ServiceAnswer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), headers);
    }

    /**
     * Sends a body as it is.
     *
     * @throws UncheckedIOException when there is no answer
     */
    public ServiceAnswer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT)
                .setHeader("Content-Type", JSON)
                .method(method, body);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (var index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return send(request.build());
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private static ServiceAnswer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new ServiceAnswer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
