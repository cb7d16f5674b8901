package dev.covenant.orders.api.v1;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.chassis.problem.Violation;
import dev.covenant.orders.order.Quote;

/** Why an order was not placed, as problems. Nothing was begun in any of them, or it is being undone. */
final class PlacementProblems {
    private PlacementProblems() {}

    static Response stillRunning() {
        return Problem.of(409, "request-in-progress", "Request in progress")
                .detail("The first request with this Idempotency-Key is still being handled. Send it again shortly.")
                .responding()
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    static Response inventoryUnavailable(int retryAfterSeconds) {
        return Problem.of(503, "inventory-unavailable", "Inventory temporarily unavailable")
                .detail(
                        "The stock cannot be reserved now. Nothing was ordered or charged: send the same request again.")
                .responding()
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .build();
    }

    static Response keyReused() {
        return Problem.of(422, "idempotency-key-reused", "Idempotency-Key used for another request")
                .detail("This Idempotency-Key was used with another body. A new order needs a new key.")
                .response();
    }

    static Response priceChanged(Quote.Priced quote) {
        return Problem.of(409, "price-changed", "Price changed")
                .detail("The total is now %d, in minor units of %s. Nothing was ordered."
                        .formatted(quote.total(), quote.currency()))
                .with("total", quote.total())
                .with("currency", quote.currency())
                .response();
    }

    static Response noPrice(Quote quote) {
        return switch (quote) {
            case Quote.NotSold(int index, var sku, var currency) -> notSold(index, sku, currency);
            case Quote.TooMuch() ->
                Problem.of(422, "total-too-large", "Total too large")
                        .detail("An order may come to at most %d minor units.".formatted(Quote.MOST))
                        .response();
            case Quote.Priced priced -> throw new IllegalStateException("Has a price: " + priced.total());
        };
    }

    private static Response notSold(int index, String sku, String currency) {
        var rule = currency == null ? sku + " is not sold" : "%s is sold in %s only".formatted(sku, currency);
        return Problem.of(422, "not-sold", "Not sold")
                .detail(rule + ".")
                .errors(List.of(new Violation("lines[%d].sku".formatted(index), rule)))
                .response();
    }
}
