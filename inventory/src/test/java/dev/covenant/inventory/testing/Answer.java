package dev.covenant.inventory.testing;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final String PROBLEM = "urn:covenant:problem:";

    public JsonNode json() {
        return Json.strict().readTree(text);
    }

    /** Status and problem in one, such as {@code 409 reservation-released}. */
    public String problem() {
        return status + " " + json().path("type").asString("no problem").replaceFirst(PROBLEM, "");
    }

    /** Where the reservation in it stands. */
    public String state() {
        if (status != 200) {
            throw new AssertionError(status + " " + text);
        }
        return json().get("state").asString();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
