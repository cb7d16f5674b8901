package dev.covenant.devstack.observe;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a service's JSON log.
 *
 * @param server which replica of which service wrote it
 * @param traceId empty when it belongs to none
 * @param orderId likewise
 */
public record LogLine(
        Instant at, String server, String level, String traceId, String orderId, String version, String message) {
    /** As the server writes them: with an offset like +0000. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    /** Empty for what is no line of such a log, such as one that a dying server wrote half. */
    public static Optional<LogLine> read(String server, String line) {
        try {
            var json = JsonMapper.shared().readTree(line);
            return Optional.of(new LogLine(
                    OffsetDateTime.parse(text(json, "ibm_datetime"), TIME).toInstant(),
                    server,
                    text(json, "loglevel"),
                    text(json, "traceId"),
                    text(json, "orderId"),
                    text(json, "version"),
                    text(json, "message")));
        } catch (JacksonException | DateTimeParseException noLine) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
