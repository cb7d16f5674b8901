package dev.covenant.payments.api.v1;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final String PROBLEM = "urn:covenant:problem:";

    /** All but the headers, whose date differs. */
    String content() {
        return status + " " + body;
    }

    JsonNode json() {
        return Json.strict().readTree(body);
    }

    /** Status and problem in one, such as {@code 409 payment-voided}. */
    String problem() {
        return status + " " + json().path("type").asString("no problem").replaceFirst(PROBLEM, "");
    }

    String text(String field) {
        return json().path(field).asString("");
    }

    long number(String field) {
        return json().path(field).asLong();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
