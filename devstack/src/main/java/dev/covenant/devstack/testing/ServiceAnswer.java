package dev.covenant.devstack.testing;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
public record ServiceAnswer(int status, HttpHeaders headers, String body) {
    private static final String PROBLEM = "urn:covenant:problem:";

    /**
     * The body; a missing node when there is none.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON
     */
    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** A field of the body, or of what is in it by a path such as {@code /rejection/type}; empty when it is missing. */
    public String text(String field) {
        return (field.startsWith("/") ? json().at(field) : json().path(field)).asString("");
    }

    /** Status and problem in one, such as {@code 409 price-changed}. */
    public String problem() {
        return status + " " + json().path("type").asString("no problem").replaceFirst(PROBLEM, "");
    }

    /** The first value of a header field; empty when it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
