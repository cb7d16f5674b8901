package dev.covenant.payments.payment;

import java.util.List;

/** What became of an authorization. The same request again gets the same outcome, as far as the payment has not moved on. */
public sealed interface AuthorizeOutcome {
    /** The payment as it stands: authorized, declined, pending, or further on. */
    record Known(Payment payment) implements AuthorizeOutcome {}

    /** It was voided, perhaps before this request came: nothing is or stays authorized. */
    record Voided() implements AuthorizeOutcome {}

    /** The id was used for another payment. */
    record DifferentRequest() implements AuthorizeOutcome {}

    /** The id is another client's. */
    record BelongsToAnother() implements AuthorizeOutcome {}

    /** @param supported those that there are accounts for */
    record UnsupportedCurrency(List<String> supported) implements AuthorizeOutcome {}

    static AuthorizeOutcome of(Payment payment) {
        return switch (payment.state()) {
            case VOIDING, VOIDED -> new Voided();
            case PENDING, AUTHORIZED, DECLINED, CAPTURED, CAPTURE_REFUSED -> new Known(payment);
        };
    }
}
