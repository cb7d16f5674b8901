package dev.covenant.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/** One service's API as one caller sees it. */
record Api(URI address, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    static Api of(Stack stack, Part service, String subject, String... roles) {
        return new Api(URI.create(stack.ports().url(service)), stack.tokens().token(subject, service.id(), roles));
    }

    /** The same caller at another replica. */
    Api at(URI replica) {
        return new Api(replica, token);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** For what is no JSON. */
    String text(String path) {
        return exchange(request(path).GET()).body();
    }

    /** Of an answer whose body does not matter. */
    int status(String path) {
        return exchange(request(path).GET()).statusCode();
    }

    Answer put(String path, Object body) {
        return send(withBody(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        var request = withBody(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return send(request);
    }

    /** Without a body. */
    Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder withBody(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        var response = exchange(request);
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }
}
