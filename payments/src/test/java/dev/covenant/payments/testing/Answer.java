package dev.covenant.payments.testing;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final String PROBLEM = "urn:covenant:problem:";

    /** All but the headers, whose date differs. */
    public String content() {
        return status + " " + body;
    }

    public JsonNode json() {
        return Json.strict().readTree(body);
    }

    /** Status and problem in one, such as {@code 409 payment-voided}. */
    public String problem() {
        return status + " " + json().path("type").asString("no problem").replaceFirst(PROBLEM, "");
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    public long number(String field) {
        return json().path(field).asLong();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
