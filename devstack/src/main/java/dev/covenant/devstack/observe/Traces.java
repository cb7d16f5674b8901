package dev.covenant.devstack.observe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;

/** What Zipkin has kept. @param zipkin without a path */
public record Traces(URI zipkin) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Empty when it has none of this trace. */
    public List<SpanRecord> spans(String traceId) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(zipkin.resolve("/api/v2/trace/" + traceId))
                    .timeout(LIMIT)
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? JsonMapper.shared()
                            .readTree(answer.body())
                            .valueStream()
                            .map(SpanRecord::of)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new DevstackException("No answer from Zipkin at " + zipkin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }
}
