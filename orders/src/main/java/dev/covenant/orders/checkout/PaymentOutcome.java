package dev.covenant.orders.checkout;

/** How an authorization ended, whether payments answered it or told it later. */
public sealed interface PaymentOutcome {
    record Authorized() implements PaymentOutcome {}

    /** @param reason the provider's code, such as {@code card_expired} */
    record Declined(String reason) implements PaymentOutcome {}

    default StepAnswer asAnswer() {
        return switch (this) {
            case Authorized() -> new StepAnswer.Done();
            case Declined(var reason) ->
                new StepAnswer.Refused(
                        "payment-declined", "The payment was declined: " + reason.replace('_', ' ') + ".");
        };
    }
}
