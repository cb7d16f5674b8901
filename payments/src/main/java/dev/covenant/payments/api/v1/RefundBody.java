package dev.covenant.payments.api.v1;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.Viewer;
import dev.covenant.payments.refund.RefundRequest;

/** How much to refund. */
@Schema(name = "RefundRequest")
public record RefundBody(
        @Min(1) @Max(Money.MOST) @Schema(examples = "500", description = "Minor units; without it all that remains")
        Long amount) {
    RefundRequest asRequest(UUID refundId, UUID paymentId, Viewer by) {
        return new RefundRequest(refundId, paymentId, by, amount);
    }
}
