package dev.covenant.payments.refund;

/** What became of a refund. The same request again gets the same outcome, or the one that was still missing. */
public sealed interface RefundOutcome {
    /** Accepted: PENDING, SUCCEEDED or FAILED. */
    record Known(Refund refund) implements RefundOutcome {}

    /** More than was left; remembered under its id. */
    record ExceedsCaptured() implements RefundOutcome {}

    /** Nothing is captured, so nothing is decided: once it is, the same request may be accepted. */
    record NotCaptured() implements RefundOutcome {}

    /** The id was used for another refund of this payment. */
    record DifferentRequest() implements RefundOutcome {}

    /** There is no such payment that the caller sees, or the id belongs to another payment or caller. */
    record NotFound() implements RefundOutcome {}

    static RefundOutcome of(Refund refund) {
        return switch (refund.state()) {
            case PENDING, SUCCEEDED, FAILED -> new Known(refund);
            case REFUSED -> new ExceedsCaptured();
        };
    }
}
