package dev.covenant.orders.checkout;

import java.util.Set;

import dev.covenant.orders.order.Ending;

/** What a saga does next. All but {@link Ask} are writes of our own, done in one transaction with what led to them. */
sealed interface SagaMove {
    /** Ask the neighbours, all at once, outside any transaction. */
    record Ask(Set<StepName> steps) implements SagaMove {}

    /** Go BACKWARD and end the order; undoing may begin once this is committed. */
    record TurnBack(Ending ending) implements SagaMove {}

    /** Pass the point of no return: the order is CONFIRMED, capturing may begin once this is committed. */
    record Pivot() implements SagaMove {}

    /** End an order that was CONFIRMED. */
    record CancelConfirmed(Ending ending) implements SagaMove {}

    /** Nothing is left to do. */
    record Finish() implements SagaMove {}
}
