package dev.covenant.orders.checkout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import dev.covenant.orders.order.PricedLine;

/** What the checkout needs of inventory. Every call is safe to repeat; its answer comes within a bounded time, at worst as Unknown. */
public interface Inventory {
    /** Whether it would be asked now, as far as can be said without asking: it is not while it counts as unavailable. */
    boolean isAvailable();

    /** The request to reserve the lines until then, to be stored and sent as it is. */
    String reservationOf(List<PricedLine> lines, Instant expiresAt);

    CompletionStage<StepAnswer> reserve(UUID reservationId, String request);

    CompletionStage<StepAnswer> commit(UUID reservationId);

    CompletionStage<StepAnswer> release(UUID reservationId);

    CompletionStage<StepAnswer> takeBack(UUID reservationId);
}
