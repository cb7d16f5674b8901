package dev.covenant.payments.client.orders;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.callee.Callee;
import dev.covenant.chassis.callee.CircuitLimits;
import dev.covenant.chassis.callee.LaneLimits;
import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.payments.outcome.Heard;
import dev.covenant.payments.outcome.PaymentOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What telling outcomes needs of orders, as the contract that orders verifies. */
class OrdersContractTest {
    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000004");
    private static final PaymentOutcome AUTHORIZED = PaymentOutcome.authorized(ID);
    private static final String WAITING = "an order whose payment is pending";
    private static final Heard ACKNOWLEDGED = new Heard.Acknowledged();
    private static final String LONG = "1950";
    private static final String TOO_SHORT = "1";
    /** No answer is late here: what is tested is what the answers mean. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @BeforeAll
    static void writtenAnew() throws IOException {
        Files.deleteIfExists(Path.of(System.getProperty("pact.rootDir"), "payments-orders.json"));
    }

    @Test
    void tellsThatAPaymentIsAuthorized() {
        assertThat(tell("the outcome of a payment that is authorized", WAITING, AUTHORIZED, LONG, ok -> ok.status(204)))
                .isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void tellsThatAPaymentIsDeclinedAndWhy() {
        var declined = PaymentOutcome.declined(ID, "card_expired");

        assertThat(tell("the outcome of a payment that is declined", WAITING, declined, LONG, ok -> ok.status(204)))
                .isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void tellsAgainWhatWasHeard() {
        assertThat(tell(
                        "an outcome that is told again",
                        "an order whose payment is known",
                        AUTHORIZED,
                        LONG,
                        ok -> ok.status(204)))
                .isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void learnsThatAnOrderThatHasEndedKnowsItsOutcome() {
        assertThat(tell(
                        "an outcome that is not needed any more",
                        "an order that has ended",
                        AUTHORIZED,
                        LONG,
                        ok -> ok.status(204)))
                .isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void learnsThatThereIsNobodyToTell() {
        assertThat(tell(
                        "an outcome that nobody waits for",
                        "no order is paid with",
                        AUTHORIZED,
                        LONG,
                        response -> response.status(404)
                                .header("Content-Type", "application/problem+json")
                                .body(LambdaDsl.newJsonBody(body ->
                                                body.stringValue("type", "urn:covenant:problem:payment-not-found"))
                                        .build())))
                .isEqualTo(new Heard.NotKnown());
    }

    @Test
    void tellsAgainLaterWhenItsTokenIsRefused() {
        assertThat(tell(
                        "an outcome with a token that is refused",
                        "the consumer's token is refused",
                        AUTHORIZED,
                        LONG,
                        response -> response.status(401)))
                .isEqualTo(new Heard.Unclear("status 401"));
    }

    @Test
    void tellsAgainLaterWhenItsTokenIsLost() {
        assertThat(tell(
                        "an outcome without a token",
                        WAITING,
                        AUTHORIZED,
                        request -> body(request, AUTHORIZED),
                        response -> response.status(401)))
                .isEqualTo(new Heard.Unclear("status 401"));
    }

    @Test
    void tellsAgainLaterWhenOrdersIsUnavailable() {
        assertThat(tell(
                        "an outcome that orders has no time for",
                        WAITING,
                        AUTHORIZED,
                        TOO_SHORT,
                        response -> response.status(503).header("Retry-After", Matchers.regexp("\\d{1,6}", "1"))))
                .isEqualTo(new Heard.Unclear("status 503"));
    }

    /** @param deadline that the provider is asked with, in milliseconds */
    private static Heard tell(
            String description,
            String state,
            PaymentOutcome outcome,
            String deadline,
            UnaryOperator<HttpResponseBuilder> answer) {
        return tell(
                description,
                state,
                outcome,
                request -> body(request, outcome)
                        .header("Authorization", Matchers.regexp("Bearer .+", "Bearer a-service-token"))
                        .header("Covenant-Deadline-Ms", Matchers.regexp("\\d+", deadline)),
                answer);
    }

    private static Heard tell(
            String description,
            String state,
            PaymentOutcome outcome,
            UnaryOperator<HttpRequestBuilder> request,
            UnaryOperator<HttpResponseBuilder> answer) {
        var pact = new PactBuilder("payments", "orders", PactSpecVersion.V4)
                .expectsToReceiveHttpInteraction(
                        description, http -> http.state(state, Map.of("paymentId", ID.toString()))
                                .withRequest(request::apply)
                                .willRespondWith(answer::apply))
                .toPact();
        var result = ConsumerPactRunnerKt.runConsumerTest(
                pact, MockProviderConfig.createDefault(PactSpecVersion.V4), (mock, context) -> client(
                                URI.create(mock.getUrl()))
                        .tell(outcome)
                        .toCompletableFuture()
                        .join());
        assertThat(result).as(description).isInstanceOf(PactVerificationResult.Ok.class);
        return (Heard) ((PactVerificationResult.Ok) result).getResult();
    }

    private static HttpRequestBuilder body(HttpRequestBuilder request, PaymentOutcome outcome) {
        return request.method("PUT")
                .path("/api/v1/payment-outcomes/" + ID)
                .header("Content-Type", "application/json")
                .body(LambdaDsl.newJsonBody(body -> {
                            body.stringValue("status", outcome.status().name());
                            if (outcome.reason() != null) {
                                body.stringValue("reason", outcome.reason());
                            }
                        })
                        .build());
    }

    private static OrdersClient client(URI address) {
        var circuit = new CircuitLimits(1_000, 1_000, 100, PATIENCE, 1);
        var lane = new Callee("orders", circuit, Clock.systemUTC())
                .lane("outcomes", new LaneLimits(1, Duration.ZERO, Duration.ZERO));
        var http = new BoundedHttp(PATIENCE, OpenTelemetry.noop().getTracer("test"));
        return new OrdersClient("orders", new OrdersCall(http, address, new OneToken(), PATIENCE, lane));
    }

    private static final class OneToken implements TokenSource {
        @Override
        public Optional<String> token() {
            return Optional.of("a-service-token");
        }

        @Override
        public void refused(String token) {}
    }
}
