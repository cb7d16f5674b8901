package dev.covenant.payments.refund;

import java.util.Objects;
import java.util.UUID;

import dev.covenant.payments.payment.Payment;

/**
 * A refund as it stands.
 *
 * @param client whose id it is
 * @param requested minor units asked for; null for all that remained
 * @param amount minor units, fixed when it was accepted; null when it was REFUSED
 * @param reason the provider's code; null unless FAILED
 */
public record Refund(
        UUID id, UUID paymentId, String client, Long requested, Long amount, RefundState state, String reason) {

    /** Decides on a request to refund a captured payment: PENDING with its amount, or REFUSED. */
    static Refund decide(RefundRequest request, Payment payment) {
        var left = payment.refundable();
        var amount = request.amount() != null ? request.amount() : left;
        return amount > 0 && amount <= left
                ? of(request, amount, RefundState.PENDING)
                : of(request, null, RefundState.REFUSED);
    }

    Refund succeeded() {
        return new Refund(id, paymentId, client, requested, amount, RefundState.SUCCEEDED, null);
    }

    Refund failed(String why) {
        return new Refund(id, paymentId, client, requested, amount, RefundState.FAILED, why);
    }

    boolean isOf(String someClient) {
        return client.equals(someClient);
    }

    boolean wasRequestedAs(RefundRequest request) {
        return Objects.equals(requested, request.amount());
    }

    private static Refund of(RefundRequest request, Long amount, RefundState state) {
        return new Refund(
                request.refundId(), request.paymentId(), request.by().client(), request.amount(), amount, state, null);
    }
}
