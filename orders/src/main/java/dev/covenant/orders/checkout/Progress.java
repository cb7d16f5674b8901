package dev.covenant.orders.checkout;

import java.util.Map;
import java.util.Set;

import dev.covenant.orders.order.OrderStatus;

/** Where a saga stands after a transaction. */
sealed interface Progress {
    /** The neighbours are to be asked now. */
    record Asking(OrderStatus status, Set<StepName> names, Map<StepName, SagaStep> steps) implements Progress {}

    /** What came is written; others of the same round are still to answer. */
    record Waiting(OrderStatus status) implements Progress {}

    /**
     * Somebody did not answer; the lease is given back, and the recovery worker comes back to it.
     *
     * @param heldUp whoever waits for the outcome does so in vain, because somebody may not even be asked
     */
    record Paused(OrderStatus status, boolean heldUp) implements Progress {}

    /** The saga is DONE. */
    record Finished(OrderStatus status) implements Progress {}

    /** Another worker has it; nothing was changed. */
    record LeaseLost() implements Progress {}
}
