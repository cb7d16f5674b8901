package dev.covenant.acceptance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;

import dev.covenant.acceptance.Api.Answer;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

/**
 * One customer's wish to buy one piece of each SKU, which may be sent as often as it takes: always the same key and body.
 *
 * @param patience how long the customer waits for the outcome; null: as long as the service likes
 */
record Purchase(String customer, String paymentToken, List<String> skus, String key, Duration patience) {
    static Purchase of(String customer, String paymentToken, String... skus) {
        return new Purchase(
                customer, paymentToken, List.of(skus), UUID.randomUUID().toString(), null);
    }

    /** By a customer who takes 202 for an answer. */
    Purchase inAHurry() {
        return waiting(Duration.ofMillis(100));
    }

    Purchase waiting(Duration limit) {
        return new Purchase(customer, paymentToken, skus, key, limit);
    }

    Answer send(Api orders) {
        var headers = new HashMap<String, String>();
        headers.put("Idempotency-Key", key);
        if (patience != null) {
            headers.put("Covenant-Deadline-Ms", Long.toString(patience.toMillis()));
        }
        return orders.post("/api/v1/orders", body(), headers);
    }

    /** Sends it until it is taken, as a client does that gets a 5xx, a 409 request-in-progress or nothing at all: less and less often. */
    Answer insist(Api orders) {
        return Awaitility.await(toString())
                .atMost(Duration.ofMinutes(2))
                .pollInterval(
                        iterative(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0 ? pause.multipliedBy(2) : pause))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> send(orders), answer -> answer.status() < 300);
    }

    private Map<String, Object> body() {
        var lines = skus.stream().map(sku -> Map.of("sku", sku, "quantity", 1)).toList();
        return Map.of(
                "lines",
                lines,
                "currency",
                "EUR",
                "paymentToken",
                paymentToken,
                "expectedTotal",
                Shop.PRICE * skus.size());
    }
}
