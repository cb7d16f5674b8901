package dev.covenant.orders.api.v1;

import java.net.http.HttpHeaders;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import dev.covenant.chassis.json.Json;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String text) {
    private static final String PROBLEM = "urn:covenant:problem:";

    JsonNode json() {
        return Json.strict().readTree(text);
    }

    /** Status and problem in one, such as {@code 409 price-changed}. */
    String problem() {
        return status + " " + json().path("type").asString("no problem").replaceFirst(PROBLEM, "");
    }

    /** Of an order: its status. */
    String orderStatus() {
        return json().path("status").asString();
    }

    UUID orderId() {
        return UUID.fromString(json().path("orderId").asString());
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
