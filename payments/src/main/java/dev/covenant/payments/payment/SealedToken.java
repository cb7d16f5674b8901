package dev.covenant.payments.payment;

import dev.covenant.payments.provider.PaymentToken;

/** What became of a token that was put away. */
sealed interface SealedToken {
    record Opened(PaymentToken token) implements SealedToken {}

    /** Authorize was answered, and nobody needs it any more. */
    record Gone() implements SealedToken {}

    /**
     * It was sealed with another key. Not a fault of this payment: it is authorized when the key is back.
     *
     * @param cause for logs
     */
    record Unreadable(String cause) implements SealedToken {}
}
