package dev.covenant.orders.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import io.opentelemetry.api.OpenTelemetry;

import dev.covenant.chassis.callee.CircuitLimits;
import dev.covenant.chassis.callee.LaneLimits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of orders with one provider, written anew by each run of its test classes. Every interaction is met by the real client
 * against Pact's mock server; only what the client reads is in it.
 */
public final class Contract {
    public static final TokenSource TOKENS = new TokenSource() {
        @Override
        public Optional<String> tokenFor(String audience) {
            return Optional.of("a-service-token");
        }

        @Override
        public void refused(String audience, String token) {}
    };

    /** No answer is late here: what is tested is what the answers mean. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Map<String, Contract> BEGUN = new ConcurrentHashMap<>();

    private final String provider;

    private Contract(String provider) {
        this.provider = provider;
    }

    /** The one with this provider, whichever test class says a part of it. */
    public static Contract with(String provider) {
        return BEGUN.computeIfAbsent(provider, Contract::begin);
    }

    private static Contract begin(String provider) {
        try {
            Files.deleteIfExists(Path.of(System.getProperty("pact.rootDir"), "orders-%s.json".formatted(provider)));
            return new Contract(provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Neighbour neighbour(String name, URI address) {
        var lane = new LaneLimits(1, Duration.ZERO, Duration.ZERO);
        var circuit = new CircuitLimits(1_000, 1_000, 100, PATIENCE, 1);
        return new Neighbour(
                name,
                new NeighbourSettings(address, PATIENCE, PATIENCE, circuit, lane, lane),
                TOKENS,
                Clock.systemUTC(),
                OpenTelemetry.noop().getTracer("test"));
    }

    /** Adds an interaction and returns what the client made of the answer to it. */
    public <T> T interaction(
            String description,
            String state,
            Map<String, ?> parameters,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> exchange,
            Function<URI, T> client) {
        var pact = new PactBuilder("orders", provider, PactSpecVersion.V4)
                .expectsToReceiveHttpInteraction(
                        description, http -> exchange.apply(http.state(state, Map.copyOf(parameters))))
                .toPact();
        var result = ConsumerPactRunnerKt.runConsumerTest(
                pact,
                MockProviderConfig.createDefault(PactSpecVersion.V4),
                (mock, context) -> client.apply(URI.create(mock.getUrl())));
        assertThat(result).as(description).isInstanceOf(PactVerificationResult.Ok.class);
        @SuppressWarnings("unchecked")
        var answer = (T) ((PactVerificationResult.Ok) result).getResult();
        return answer;
    }

    /** A command with our token and deadline. */
    public static HttpInteractionBuilder command(
            HttpInteractionBuilder http, String method, String path, Consumer<LambdaDslObject> body) {
        return http.withRequest(request -> {
            var head = tokenAndDeadline(request.method(method).path(path), "1950");
            return body == null
                    ? head
                    : head.header("Content-Type", "application/json")
                            .body(LambdaDsl.newJsonBody(body::accept).build());
        });
    }

    /** A command for which the provider is left too little time. */
    public static HttpInteractionBuilder lateCommand(HttpInteractionBuilder http, String method, String path) {
        return http.withRequest(
                request -> tokenAndDeadline(request.method(method).path(path), "5"));
    }

    /** A command whose token was lost on the way: the client sends one, the provider gets none. */
    public static HttpInteractionBuilder commandWithoutToken(HttpInteractionBuilder http, String method, String path) {
        return http.withRequest(request -> request.method(method).path(path));
    }

    /** A question with our token. @param deadline that the provider is asked with, in milliseconds */
    public static HttpInteractionBuilder question(
            HttpInteractionBuilder http, String path, Map<String, ?> query, String deadline) {
        return http.withRequest(
                request -> tokenAndDeadline(request.method("GET").path(path).queryParameters(query), deadline));
    }

    /** Because the deadline is too short, or the provider's database is away, or whatever it may be. */
    public static HttpInteractionBuilder isUnavailable(HttpInteractionBuilder http) {
        return http.willRespondWith(
                response -> response.status(503).header("Retry-After", Matchers.regexp("\\d{1,6}", "1")));
    }

    public static HttpInteractionBuilder refusesTheToken(HttpInteractionBuilder http) {
        return http.willRespondWith(response -> response.status(401));
    }

    public static HttpInteractionBuilder answers(
            HttpInteractionBuilder http, int status, Consumer<LambdaDslObject> body) {
        var type = status == 200 ? "application/json" : "application/problem+json";
        return http.willRespondWith(response -> response.status(status)
                .header("Content-Type", type)
                .body(LambdaDsl.newJsonBody(body::accept).build()));
    }

    private static HttpRequestBuilder tokenAndDeadline(HttpRequestBuilder request, String deadline) {
        return request.header("Authorization", Matchers.regexp("Bearer .+", "Bearer a-service-token"))
                .header("Covenant-Deadline-Ms", Matchers.regexp("\\d+", deadline));
    }
}
