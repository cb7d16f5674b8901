package dev.covenant.orders.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.callee.Callee;
import dev.covenant.chassis.callee.CircuitLimits;
import dev.covenant.chassis.callee.Lane;
import dev.covenant.chassis.callee.LaneLimits;
import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.telemetry.StoredTrace;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceCallTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Deque<String> tokens = new ArrayDeque<>(List.of("old", "new"));
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> traceparents = new CopyOnWriteArrayList<>();
    private HttpServer neighbour;
    private URI address;
    private ServiceCall call;

    @BeforeEach
    void startNeighbour() throws IOException {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", this::answer);
        neighbour.start();
        address = URI.create("http://localhost:" + neighbour.getAddress().getPort());
        call = callWithin(LIMIT);
    }

    @AfterEach
    void stopNeighbour() {
        neighbour.stop(0);
    }

    @Test
    void triesOnceMoreWithAFreshTokenAfterA401() {
        assertThat(status(call.post("/accounts/1/close").join())).isEqualTo(200);
        assertThat(received).containsExactly("POST /accounts/1/close Bearer old", "POST /accounts/1/close Bearer new");
    }

    @Test
    void asksWithTheQueryAndWithoutABody() {
        assertThat(status(call.get("/accounts?id=1&id=2").join())).isEqualTo(200);
        assertThat(received).last().isEqualTo("GET /accounts?id=1&id=2 Bearer new");
    }

    @Test
    void triesOnlyOnceMore() {
        tokens.clear();
        tokens.addAll(List.of("old", "older"));

        assertThat(status(call.put("/accounts/1", "{}").join())).isEqualTo(401);
        assertThat(received).containsExactly("PUT /accounts/1 Bearer old", "PUT /accounts/1 Bearer older");
    }

    @Test
    void sendsNothingWithoutAToken() {
        tokens.clear();

        assertThat(call.post("/accounts/1/close").join()).isEqualTo(new Reply.NotSent("no service token for bank"));
        assertThat(received).isEmpty();
    }

    @Test
    void countsA401ThatAFreshTokenMendsForNothing() {
        call.post("/accounts/1/close").join();

        assertThat(status(call.post("/accounts/1/close").join())).isEqualTo(200);
    }

    @Test
    void countsAMissingTokenAgainstTheNeighbour() {
        tokens.clear();
        call.post("/accounts/1/close").join();

        assertThat(call.post("/accounts/1/close").join())
                .isEqualTo(new Reply.NotSent("bank calls has its circuit open"));
        assertThat(call.isAdmitted()).isFalse();
    }

    /** Through the lane, and on to the thread of the HTTP client's that tries again. */
    @Test
    void staysInTheTraceOfItsCaller() {
        try (var _ = StoredTrace.context("00-" + TRACE + "-00f067aa0ba902b7-01").makeCurrent()) {
            call.post("/accounts/1/close").join();
        }

        assertThat(traceparents).hasSize(2).allSatisfy(parent -> assertThat(parent)
                .contains(TRACE));
    }

    @Test
    void leavesTheFirstAnswerWhenNoTimeIsLeftForAnother() {
        var hurried = callWithin(Duration.ofMillis(100));

        assertThat(status(hurried.post("/accounts/1/close").join())).isEqualTo(401);
        assertThat(received).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("traceparent"))
                .ifPresent(traceparents::add);
        received.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), authorization));
        assertThat(Integer.parseInt(exchange.getRequestHeaders().getFirst("Covenant-Deadline-Ms")))
                .isBetween(1, (int) LIMIT.toMillis() - 50);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(authorization.equals("Bearer new") ? 200 : 401, -1);
        exchange.close();
    }

    private ServiceCall callWithin(Duration limit) {
        var http = new BoundedHttp(LIMIT, OpenTelemetry.noop().getTracer("test"));
        return new ServiceCall(http, address, "bank", new OneAfterTheOther(), limit, lane());
    }

    /** Its circuit opens with the first failure. */
    private static Lane lane() {
        var circuit = new CircuitLimits(1, 1, 100, LIMIT, 1);
        return new Callee("bank", circuit, Clock.systemUTC())
                .lane("calls", new LaneLimits(1, Duration.ZERO, Duration.ZERO));
    }

    private static int status(Reply reply) {
        return ((Reply.Answer) reply).status();
    }

    /** Gives out the next token once the one before was refused. */
    private final class OneAfterTheOther implements TokenSource {
        @Override
        public Optional<String> tokenFor(String audience) {
            return Optional.ofNullable(tokens.peek());
        }

        @Override
        public void refused(String audience, String token) {
            tokens.poll();
        }
    }
}
