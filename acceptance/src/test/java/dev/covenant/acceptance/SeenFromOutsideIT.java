package dev.covenant.acceptance;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.covenant.devstack.observe.LogLine;
import dev.covenant.devstack.observe.ServiceLogs;
import dev.covenant.devstack.observe.SpanRecord;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;
import dev.covenant.devstack.testing.TestRun;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One order whose replica dies in the middle and that another replica finishes, as operators see it. Orders reports spans here;
 * inventory and payments report none, and yet their log lines belong to the trace.
 */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenFromOutsideIT {
    private static final Path STACK = TestRun.directory("stack");
    private static final Pattern METRIC = Pattern.compile("(?m)^# TYPE (\\w+) ");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(?m)^\\| `((?:admission|orders|inventory|payments)_\\w+)` \\|");

    private final Stack stack;
    private final SpanCollector collector = SpanCollector.start();
    private List<SpanRecord> spans;
    private String orderId;
    private String traceId;
    private String metrics;
    private int metricsByDefault;

    SeenFromOutsideIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void killAReplicaInTheMiddleOfAnOrder() {
        var books = new Books(stack);
        try (collector;
                var stage = Stage.openAlone(stack, asByDefault(collector.reportingAs("first")))) {
            metricsByDefault = stage.customer("ann").status("/metrics");
            var captured = stage.holdAnswer(Message.CAPTURE);
            orderId = stage.begin(Message.CAPTURE).orderId();
            captured.awaitHeld(Stage.LIMIT);
            traceId = collector
                    .await("the span of the commit", span -> isStep(span, "first", "COMMIT"))
                    .traceId();
            stage.orders().process().kill();
            books.letLeasesExpire();
            try (var second = stack.replica(Part.ORDERS, "second", collector.reportingAs("second"))) {
                books.awaitDone(orderId);
                collector.await("the span of the capture", span -> isStep(span, "second", "CAPTURE"));
                metrics = text(Api.of(stack, Part.ORDERS, "scraper").at(second.baseUri()))
                        + text(Api.of(stack, Part.INVENTORY, "scraper"))
                        + text(Api.of(stack, Part.PAYMENTS, "scraper"));
            }
            spans = collector.spans();
        }
    }

    /** With the default that the local stack and tests overrule. */
    private static Map<String, String> asByDefault(Map<String, String> telemetry) {
        var settings = new HashMap<>(telemetry);
        settings.put("METRICS_AUTHENTICATION", "true");
        return settings;
    }

    private static boolean isStep(SpanRecord span, String service, String step) {
        return span.service().equals(service) && step.equals(span.tags().get("saga.step"));
    }

    private static String text(Api service) {
        return service.text("/metrics?scope=application");
    }

    @Test
    void hasTheSpansOfBothReplicasInOneTrace() {
        var ofTheOrder = spans.stream()
                .filter(span -> orderId.equals(span.tags().get("order.id")))
                .toList();
        assertThat(ofTheOrder).extracting(SpanRecord::traceId).containsOnly(traceId);
        assertThat(ofTheOrder)
                .filteredOn(span -> span.tags().containsKey("saga.step"))
                .extracting(span -> span.service() + " " + span.tags().get("saga.step") + " "
                        + span.tags().get("outcome"))
                .contains("first RESERVE done", "first AUTHORIZE done", "first COMMIT done", "second CAPTURE done");
    }

    @Test
    void hasTheCallsBelowTheStepsThatMadeThem() {
        var capture = spans.stream()
                .filter(span -> isStep(span, "second", "CAPTURE"))
                .findFirst()
                .orElseThrow();
        assertThat(spans)
                .filteredOn(span -> span.parentId().equals(capture.id()))
                .extracting(span -> span.tags().get("url.template"))
                .contains("/api/v1/payments/{id}/capture");
    }

    @Test
    void hasEveryLogLineOfTheOrderInThatTrace() {
        var lines = new ServiceLogs(STACK.resolve("run")).of(orderId);
        assertThat(lines).extracting(LogLine::traceId).containsOnly(traceId);
        assertThat(lines).extracting(LogLine::orderId).containsOnly(orderId);
        assertThat(lines)
                .extracting(line -> line.server() + ": " + line.message().replaceAll("[0-9a-f-]{36}", "ID"))
                .containsSubsequence(
                        "orders-orders-on-stage: order-placed {currency=EUR, total=1290}",
                        "inventory: commit ID: done",
                        "orders-orders-on-stage: order-confirmed",
                        "payments: capture ID: captured",
                        "orders-second: payment-captured");
    }

    /** Neither a customer's payment token, nor a bearer token, nor any password or key of this stack. */
    @Test
    void tellsNoSecret() throws IOException {
        var told = spans + allLogs();
        assertThat(told).contains(orderId);
        assertThat(secrets()).isNotEmpty().allSatisfy(secret -> assertThat(told).doesNotContain(secret));
        assertThat(told).doesNotContain("tok_", "Bearer ", "eyJ");
    }

    @Test
    void keepsMetricsToItselfUnlessConfiguredOtherwise() {
        assertThat(metricsByDefault).isIn(302, 401, 403, 404);
    }

    /** The table in docs/operations.md names every metric of ours, and nothing else. */
    @Test
    void hasTheMetricsThatAreDocumented() throws IOException {
        assertThat(all(METRIC, metrics))
                .isEqualTo(all(DOCUMENTED, Files.readString(Path.of("..", "docs", "operations.md"))));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static String allLogs() throws IOException {
        try (var files = Files.walk(STACK.resolve("run"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(SeenFromOutsideIT::read)
                    .collect(Collectors.joining());
        }
    }

    private static Stream<String> secrets() throws IOException {
        var secrets = new Properties();
        secrets.load(new StringReader(Files.readString(STACK.resolve("data/secrets.properties"))));
        return secrets.values().stream().map(Object::toString);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
