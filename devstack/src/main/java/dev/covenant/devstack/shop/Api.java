package dev.covenant.devstack.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;

/**
 * One service's API with one person's token.
 *
 * @param base ends with /api/v1/
 */
record Api(URI base, String token, HttpClient http) {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /** An order whose neighbours are down takes minutes to settle. */
    private static final Duration STREAM_LIMIT = Duration.ofMinutes(10);

    JsonNode get(String path) {
        return json(send(request(path).timeout(LIMIT).build(), BodyHandlers.ofString()));
    }

    JsonNode post(String path, Map<String, ?> body, Map<String, String> headers) {
        var request = request(path)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        headers.forEach(request::header);
        return json(send(request.build(), BodyHandlers.ofString()));
    }

    /** The lines of a stream, as they come. */
    Stream<String> lines(String path) {
        var request = request(path).timeout(STREAM_LIMIT).header("Accept", "text/event-stream");
        return send(request.build(), BodyHandlers.ofLines()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        var body = JsonMapper.shared().readTree(answer.body());
        if (answer.statusCode() >= 400) {
            throw new DevstackException("%s answered %d: %s %s"
                    .formatted(
                            named(answer.uri()),
                            answer.statusCode(),
                            body.path("title").asString(""),
                            body.path("detail").asString("")));
        }
        return body;
    }

    /** Without its query, which may name a whole catalogue. */
    private static String named(URI address) {
        return address.toString().split("\\?")[0];
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new DevstackException("No answer from " + named(request.uri()) + ". See ./covenant status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }
}
