package dev.covenant.devstack.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTreeTest {
    @Test
    void showsEachSpanBelowWhatCausedItInTheOrderOfTime() {
        var tree = new SpanTree(List.of(
                span("c", "a", 3, "inventory", Map.of()),
                span("a", "", 1, "orders", Map.of("outcome", "done")),
                span("b", "a", 2, "payments", Map.of("http.response.status_code", "200"))));
        assertThat(tree.lines().stream().map(line -> line.replaceAll(" {3,}", " ~ ")))
                .containsExactly("orders: a ~ 1.5 ms  done", "  payments: b ~ 1.5 ms  200", "  inventory: c ~ 1.5 ms");
    }

    @Test
    void showsAtTheTopWhatADeadServerCaused() {
        var tree = new SpanTree(List.of(span("b", "never-reported", 2, "payments", Map.of())));
        assertThat(tree.lines()).singleElement().asString().startsWith("payments: b");
    }

    private static SpanRecord span(String id, String parent, int second, String service, Map<String, String> tags) {
        return new SpanRecord(
                "trace", id, parent, service, id, Instant.ofEpochSecond(second), Duration.ofNanos(1_500_000), tags);
    }
}
