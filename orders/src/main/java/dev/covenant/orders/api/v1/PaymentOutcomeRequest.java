package dev.covenant.orders.api.v1;

import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.chassis.problem.Violation;
import dev.covenant.chassis.validation.CrossChecked;
import dev.covenant.orders.checkout.PaymentOutcome;

/** How a payment ended that had been PENDING. */
public record PaymentOutcomeRequest(
        @NotNull Status status,

        @Size(min = 1, max = 200)
        @Schema(
                examples = "card_expired",
                description = "Why it is DECLINED, as the customer is told; absent when it is AUTHORIZED")
        String reason)
        implements CrossChecked {

    /** What an authorization can come to. */
    @Schema(name = "PaymentOutcomeStatus")
    public enum Status {
        AUTHORIZED,
        DECLINED
    }

    @Override
    public Optional<Violation> misfit() {
        if (status == Status.DECLINED && reason == null) {
            return Optional.of(new Violation("reason", "is needed when status is DECLINED"));
        }
        return status == Status.AUTHORIZED && reason != null
                ? Optional.of(new Violation("reason", "is for status DECLINED only"))
                : Optional.empty();
    }

    PaymentOutcome outcome() {
        return switch (status) {
            case AUTHORIZED -> new PaymentOutcome.Authorized();
            case DECLINED -> new PaymentOutcome.Declined(reason);
        };
    }
}
