package dev.covenant.devstack.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A span as Zipkin's API writes it (version 2).
 *
 * @param parentId empty for the first one of a trace
 */
public record SpanRecord(
        String traceId,
        String id,
        String parentId,
        String service,
        String name,
        Instant begun,
        Duration took,
        Map<String, String> tags) {

    public static SpanRecord of(JsonNode span) {
        return new SpanRecord(
                span.path("traceId").asString(""),
                span.path("id").asString(""),
                span.path("parentId").asString(""),
                span.at("/localEndpoint/serviceName").asString(""),
                span.path("name").asString(""),
                Instant.EPOCH.plus(span.path("timestamp").asLong(0), ChronoUnit.MICROS),
                Duration.of(span.path("duration").asLong(0), ChronoUnit.MICROS),
                span.path("tags").propertyStream().collect(Collectors.toMap(Map.Entry::getKey, tag -> tag.getValue()
                        .asString(""))));
    }
}
