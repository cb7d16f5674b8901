package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.shop.OrderEvent;

/** Prints an order's events, each with the milliseconds since the first one by the clock of whoever wrote them. */
final class EventPrinter {
    private final PrintWriter out;
    private Instant first;

    EventPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(OrderEvent event) {
        var data = JsonMapper.shared().readTree(event.data());
        var at = Instant.parse(data.path("at").asString());
        first = first == null ? at : first;
        var after = Duration.between(first, at).toMillis();
        out.printf("  %5d ms  %2s  %-26s %s%n", after, event.seq(), event.type(), words(data.path("detail")));
        out.flush();
    }

    private static String words(JsonNode detail) {
        return detail.isEmpty() ? "" : detail.toString();
    }
}
