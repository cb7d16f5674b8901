package dev.covenant.payments.outcome;

import java.util.UUID;

/**
 * What a PENDING payment came to.
 *
 * @param reason the provider's code; null unless DECLINED
 */
public record PaymentOutcome(UUID paymentId, Status status, String reason) {
    public enum Status {
        AUTHORIZED,
        DECLINED
    }

    public static PaymentOutcome authorized(UUID paymentId) {
        return new PaymentOutcome(paymentId, Status.AUTHORIZED, null);
    }

    public static PaymentOutcome declined(UUID paymentId, String reason) {
        return new PaymentOutcome(paymentId, Status.DECLINED, reason);
    }
}
