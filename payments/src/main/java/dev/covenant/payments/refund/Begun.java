package dev.covenant.payments.refund;

import dev.covenant.payments.provider.Attempt;

/** What the first transaction of a refund left to do. */
sealed interface Begun {
    /** Nothing. */
    record Answered(RefundOutcome outcome) implements Begun {}

    /** The provider must be asked; that it will be is committed. */
    record MustAsk(Refund refund, Attempt attempt) implements Begun {}
}
