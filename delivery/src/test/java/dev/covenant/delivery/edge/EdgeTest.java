package dev.covenant.delivery.edge;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The real configuration on a real HAProxy; only the services behind it are stand-ins. */
@EnabledIf(value = "dev.covenant.delivery.edge.RunningEdge#canBeHad", disabledReason = RunningEdge.REASON)
class EdgeTest {
    private static final String SUBJECT = "ann";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    private static Path directory;

    private static RunningEdge edge;
    private static StandIn orders;
    private static StandIn inventory;
    private static StandIn payments;

    @BeforeAll
    static void start() throws IOException {
        // Longer than the path of a socket may be, and with blanks: build servers work in such.
        edge = new RunningEdge(
                directory.resolve("a work space of a build server ".repeat(4).strip()));
        orders = edge.openStandIn(Part.ORDERS, 1);
        inventory = edge.openStandIn(Part.INVENTORY, 1);
        payments = edge.openStandIn(Part.PAYMENTS, 1);
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    /** Whatever the documents of the APIs promise, in every version, except what only payments may tell orders. */
    @TestFactory
    Stream<DynamicTest> routesToTheServiceWhoseDocumentHasThePath() throws IOException {
        var reader = edge.as(edge.tokens().token("reader", "orders", "customer"));
        return documents().flatMap(document -> {
            var service = document.getFileName().toString().split("-")[0];
            return YAMLMapper.shared().readTree(document.toFile()).path("paths").propertyNames().stream()
                    .filter(path -> !path.contains("payment-outcomes"))
                    .map(path -> dynamicTest(path, () -> assertThat(reader.get(path.replaceAll("\\{.*?}", "A..1"))
                                    .body())
                            .isEqualTo(service + " 1")));
        });
    }

    @Test
    void whatIsForOperatorsIsNotRouted() {
        assertThat(Stream.of(
                                "/health/ready",
                                "/metrics",
                                "/openapi",
                                "/api/v1/ordersX",
                                "/api/v1/payment-outcomes/1",
                                "/api/v1/orders/../../../metrics",
                                "/api/v1/orders/%2E%2e/x",
                                "/api/v1/orders/1%2f..%2f..%2fmetrics")
                        .map(path -> problem(ann().get(path))))
                .containsOnly("404 not-found");
    }

    @TestFactory
    Stream<DynamicTest> refusesTokens() {
        var tokens = edge.tokens();
        return Map.of(
                        "expired", tokens.expired(SUBJECT, "orders", "customer"),
                        "without end", tokens.withoutEnd(SUBJECT, "orders", "customer"),
                        "of another issuer", tokens.otherIssuer(SUBJECT, "orders", "customer"),
                        "signed with another key", tokens.otherKey(SUBJECT, "orders", "customer"),
                        "tampered with", tokens.tampered(SUBJECT, "orders", "customer"),
                        "signed with the public key as a secret",
                                tokens.publicKeyAsSecret(SUBJECT, "orders", "customer"),
                        "unsigned", tokens.unsigned(SUBJECT, "orders", "customer"),
                        "no token", "nonsense")
                .entrySet()
                .stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    var answer = edge.as(bad.getValue()).get("/api/v1/orders");
                    assertThat(problem(answer)).isEqualTo("401 unauthorized");
                    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                }));
    }

    @Test
    void nothingPassesWithoutAToken() {
        var before = orders.requests().size();
        assertThat(problem(edge.asNobody().get("/api/v1/orders"))).isEqualTo("401 unauthorized");
        assertThat(orders.requests()).hasSize(before);
    }

    @Test
    void aBodyThatIsTooLargeIsNotTaken() {
        assertThat(problem(ann().post("/api/v1/orders", "x".repeat(RunningEdge.BODY + 1))))
                .isEqualTo("413 body-too-large");
    }

    @Test
    void onlyTheClientThatAsksTooMuchIsRefused() {
        var greedy = edge.as(edge.tokens().token("greedy", "orders", "customer"));
        var refused = Stream.generate(() -> greedy.get("/api/v1/products"))
                .limit(RunningEdge.RATE + 1L)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst();
        assertThat(refused.map(EdgeTest::problem)).hasValue("429 too-many-requests");
        assertThat(refused.flatMap(answer -> answer.headers().firstValue("Retry-After")))
                .isPresent();
        assertThat(ann().get("/api/v1/products").statusCode()).isEqualTo(200);
    }

    @Test
    void aTraceGoesOn() {
        ann().with("traceparent", TRACE).get("/api/v1/stock/TRACED");
        assertThat(lastTrace()).isEqualTo(TRACE);
    }

    @Test
    void whatIsNoTraceIsReplacedByANewOne() {
        var traces = Stream.of("nonsense", "00-xyz", TRACE + "-more")
                .map(given -> {
                    ann().with("traceparent", given).get("/api/v1/stock/TRACED");
                    return lastTrace();
                })
                .toList();
        assertThat(traces).allSatisfy(trace -> assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
        assertThat(traces).doesNotHaveDuplicates();
    }

    @Test
    void nobodySpeaksForAnother() {
        ann().with("X-Forwarded-For", "10.0.0.1")
                .with("X-Forwarded-Host", "shop.example")
                .with("X-Forwarded-Port", "8443")
                .with("Forwarded", "for=10.0.0.1")
                .with("baggage", "covenant.subject=x")
                .get("/api/v1/stock/A");
        var came = inventory.requests().getLast().headers();
        assertThat(came.get("X-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(came).doesNotContainKeys("Baggage", "Forwarded", "X-forwarded-host", "X-forwarded-port");
    }

    @Test
    void servicesCallEachOtherInsideAndShowTokensToo() {
        assertThat(edge.plain(edge.config().inside(), "/api/v1/payments/1")).contains("unauthorized");
    }

    /** Among them what only payments tells orders. */
    @Test
    void servicesReachEachOtherInside() {
        var token = new String[] {"Authorization", "Bearer " + edge.tokens().service("payments", "orders")};
        assertThat(edge.plain(edge.config().inside(), "/api/v1/payment-outcomes/1", token))
                .isEqualTo("orders 1");
        assertThat(edge.plain(edge.config().inside(), "/api/v2/stock?sku=A", token))
                .isEqualTo("inventory 1");
        assertThat(edge.plain(edge.config().inside(), "/api/v1/payments/1", token))
                .isEqualTo("payments 1");
    }

    /** Whoever opens connections and says nothing keeps neither others out nor services apart. */
    @Test
    void anAddressHasItsShareOfConnections() throws IOException {
        try (var idle = new IdleConnections(edge.config().entry(), RunningEdge.OF_ONE_ADDRESS + 1)) {
            idle.awaitHangUp(Duration.ofSeconds(10));
            servicesReachEachOtherInside();
        }
    }

    @Test
    void tellsItsMetrics() {
        assertThat(edge.plain(edge.config().metrics(), "/metrics")).contains("haproxy_server_status");
    }

    /** An answer that is lost may mean that it was done: only the client knows whether to ask again. */
    @Test
    void onlyWhatIsSafeIsSentAgain() throws IOException {
        var slots = edge.slots(Part.PAYMENTS);
        try (var silent = edge.openStandIn(Part.PAYMENTS, 3);
                var sound = edge.openStandIn(Part.PAYMENTS, 4)) {
            slots.drain(1);
            silent.hangUp();
            var caller = edge.as(edge.tokens().token("clerk", "payments", "finance"));
            for (var round = 0; round < 4; round++) {
                assertThat(caller.get("/api/v1/payments/1").body()).isEqualTo("payments 4");
                postAndHearWhateverComes(caller);
            }
            assertThat(Stream.concat(silent.requests().stream(), sound.requests().stream())
                            .filter(request -> request.method().equals("POST")))
                    .hasSize(4);
            assertThat(silent.requests()).isNotEmpty();
        } finally {
            slots.close(3);
            slots.close(4);
            slots.open(1);
        }
    }

    /** It carried no request, so that even one that nobody may repeat goes elsewhere. */
    @Test
    void aConnectionThatWasRefusedGoesToAnotherReplica() throws IOException {
        var slots = edge.slots(Part.PAYMENTS);
        try (var sound = edge.openStandIn(Part.PAYMENTS, 4)) {
            slots.drain(1);
            var caller = edge.as(edge.tokens().token("clerk", "payments", "finance"));
            for (var round = 0; round < 4; round++) {
                // Nobody is there, and the edge does not know it yet.
                slots.close(5);
                slots.open(5);
                assertThat(caller.post("/api/v1/payments/1/capture", "{}").body())
                        .isEqualTo("payments 4");
            }
            assertThat(sound.requests()).hasSize(4);
        } finally {
            slots.close(4);
            slots.close(5);
            slots.open(1);
        }
    }

    /** HAProxy answers 502 on a new connection; on one that was kept it hangs up without a word. */
    private static void postAndHearWhateverComes(RunningEdge.Caller caller) {
        try {
            caller.post("/api/v1/payments/1/capture", "{}");
        } catch (IllegalStateException noAnswer) {
            assertThat(noAnswer).hasMessage("No answer");
        }
    }

    @Test
    void aDrainedSlotGetsNothingNewAndAnOpenOneDoes() throws IOException {
        try (var _ = edge.openStandIn(Part.PAYMENTS, 2)) {
            var slots = edge.slots(Part.PAYMENTS);
            slots.drain(1);
            assertThat(slots.awaitEmpty(1, Duration.ofSeconds(10))).isTrue();
            var before = payments.requests().size();
            assertThat(Stream.generate(() -> ann().get("/api/v1/payments/1").body())
                            .limit(6))
                    .containsOnly("payments 2");
            assertThat(payments.requests()).hasSize(before);
            slots.open(1);
            slots.close(2);
        }
    }

    @Test
    void aSlotWhereNobodyIsReadyIsNotFoundReady() throws IOException {
        var slots = edge.slots(Part.PAYMENTS);
        assertThatThrownBy(() -> slots.watch(6, Duration.ofMillis(700)))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("does not find slot 6 of payments ready");
        try (var ready = edge.openStandIn(Part.PAYMENTS, 6)) {
            slots.watch(6, Duration.ofSeconds(10));
            assertThat(ready.requests()).isEmpty();
            assertThat(slots.isUp(6)).isFalse();
        } finally {
            slots.close(6);
        }
    }

    private static Stream<Path> documents() throws IOException {
        try (var files = Files.list(Workspace.find().root().resolve("contracts/openapi"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    private static RunningEdge.Caller ann() {
        return edge.as(edge.tokens().token(SUBJECT, "orders", "customer"));
    }

    private static String lastTrace() {
        return inventory.requests().getLast().headers().getFirst("traceparent");
    }

    private static String problem(HttpResponse<String> answer) {
        var type = answer.body().replaceAll("(?s).*urn:covenant:problem:([a-z-]+).*", "$1");
        return answer.statusCode() + " " + type;
    }
}
