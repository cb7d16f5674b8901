package dev.covenant.payments.api.v1;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.payments.refund.Refund;
import dev.covenant.payments.refund.RefundState;

/** A refund as it stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Refund",
        requiredProperties = {"refundId", "paymentId", "amount", "state"})
public record RefundView(
        UUID refundId,

        UUID paymentId,

        @Schema(examples = "500", description = "Minor units, fixed when it was accepted")
        long amount,

        @Schema(
                examples = "SUCCEEDED",
                enumeration = {"PENDING", "SUCCEEDED", "FAILED"})
        RefundState state,

        @Schema(examples = "refused_by_provider", description = "The provider's code; only when FAILED")
        String reason) {
    static RefundView of(Refund refund) {
        return new RefundView(refund.id(), refund.paymentId(), refund.amount(), refund.state(), refund.reason());
    }
}
