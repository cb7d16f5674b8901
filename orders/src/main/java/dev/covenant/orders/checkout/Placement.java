package dev.covenant.orders.checkout;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

import dev.covenant.orders.order.Quote;

/** What became of a request to place an order. */
public sealed interface Placement {
    /**
     * An order of this request's.
     *
     * @param waited completes, never exceptionally, when the order left PENDING or when waiting for that is over
     */
    record Placed(UUID orderId, CompletionStage<WaitEnd> waited) implements Placement {}

    /** This request was answered before, like this. */
    record Answered(UUID orderId, StoredAnswer answer) implements Placement {}

    /** The first request with this key is still being handled. */
    record StillRunning() implements Placement {}

    /** The key was used for another request. */
    record KeyReused() implements Placement {}

    /** The total is not what the customer expected; nothing was begun. */
    record PriceChanged(Quote.Priced quote) implements Placement {}

    /** It needs stock, and inventory counts as unavailable; nothing was begun. */
    record NoInventory() implements Placement {}

    /** There is no price for this cart; nothing was begun. */
    record NoPrice(Quote quote) implements Placement {}
}
