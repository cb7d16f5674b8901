package dev.covenant.payments.provider;

import java.util.Locale;
import java.util.UUID;

/**
 * Something to bring about at the provider, once.
 *
 * @param refundId null unless it is a refund
 */
public record Errand(Operation operation, UUID paymentId, UUID refundId) {
    public static Errand of(Operation operation, UUID paymentId) {
        return new Errand(operation, paymentId, null);
    }

    public static Errand refund(UUID refundId, UUID paymentId) {
        return new Errand(Operation.REFUND, paymentId, refundId);
    }

    /** {@code paymentId:operation} or {@code refundId:refund}. */
    String key() {
        var subject = refundId != null ? refundId : paymentId;
        return subject + ":" + operation.name().toLowerCase(Locale.ROOT);
    }
}
