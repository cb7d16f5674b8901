package dev.covenant.payments.payment;

import dev.covenant.payments.provider.Attempt;

/** What the first transaction of a use case left to do. */
sealed interface Begun {
    /** As that transaction left it. */
    Payment payment();

    /** Nothing: how the payment stands is the answer. */
    record Done(Payment payment) implements Begun {}

    /** The provider must be asked; that it will be is committed. */
    record MustAsk(Payment payment, Attempt attempt) implements Begun {}
}
