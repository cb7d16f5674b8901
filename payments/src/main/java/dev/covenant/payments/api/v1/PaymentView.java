package dev.covenant.payments.api.v1;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.payments.payment.Payment;
import dev.covenant.payments.payment.PaymentState;

/** A payment as it stands; amounts are minor units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Payment",
        requiredProperties = {"paymentId", "state", "captured", "refunded"})
public record PaymentView(
        UUID paymentId,

        @Schema(examples = "AUTHORIZED") PaymentState state,

        @Schema(examples = "1999", description = "Absent when it was voided before it arrived")
        Long amount,

        @Schema(examples = "EUR") String currency,

        @Schema(examples = "0") long captured,

        @Schema(examples = "0", description = "Refunds that have not failed")
        long refunded,

        @Schema(examples = "insufficient_funds", description = "The provider's code; only when DECLINED")
        String declineReason) {
    static PaymentView of(Payment payment) {
        var money = payment.money();
        return new PaymentView(
                payment.id(),
                payment.state(),
                money == null ? null : money.amount(),
                money == null ? null : money.currency(),
                payment.captured(),
                payment.refunded(),
                payment.declineReason());
    }
}
