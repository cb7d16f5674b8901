package dev.covenant.delivery.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.stack.Part;

/**
 * A read that goes through the whole service, to its database and back, with a good token; and the same without, which must be refused. It
 * is repeated for some seconds at most, and must be answered each time. It changes nothing, so it may run anywhere.
 */
final class SmokeTest implements Trial {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String SUBJECT = "smoke-test";
    /** So that its first customers do not meet a cold server. */
    private static final int TIMES = 30;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Part service;
    private final TokenMint tokens;

    SmokeTest(Part service, TokenMint tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    @Override
    public Optional<String> of(URI address) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build()) {
            var withToken = repeated(http, question(address).header("Authorization", "Bearer " + token()));
            var without = status(http, question(address));
            return withToken == 200 && without == 401
                    ? Optional.empty()
                    : Optional.of("GET %s answered %d where 200 was due, and %d without a token where 401 was"
                            .formatted(path(), withToken, without));
        } catch (IOException e) {
            return Optional.of("GET %s got no answer: %s".formatted(path(), e));
        }
    }

    /** The first status that is not good, or else the last. */
    private static int repeated(HttpClient http, HttpRequest.Builder question) throws IOException {
        var until = System.nanoTime() + LONGEST.toNanos();
        var status = status(http, question);
        for (var asked = 1; status == 200 && asked < TIMES && System.nanoTime() < until; asked++) {
            status = status(http, question);
        }
        return status;
    }

    private HttpRequest.Builder question(URI address) {
        return HttpRequest.newBuilder(address.resolve(path())).timeout(LIMIT);
    }

    private static int status(HttpClient http, HttpRequest.Builder question) throws IOException {
        try {
            return http.send(question.build(), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted during a smoke test", e);
        }
    }

    private String path() {
        return switch (service) {
            case ORDERS -> "/api/v1/products";
            case INVENTORY -> "/api/v2/stock?sku=SMOKE-TEST";
            case PAYMENTS -> "/api/v1/payment-methods?currency=EUR";
            default -> throw new DevstackException("There is no smoke test for " + service);
        };
    }

    private String token() {
        return service == Part.ORDERS
                ? tokens.token(SUBJECT, service.id(), "customer")
                : tokens.service(Part.ORDERS.id(), service.id());
    }
}
