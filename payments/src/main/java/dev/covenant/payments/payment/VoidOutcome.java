package dev.covenant.payments.payment;

/** What became of a void. */
public sealed interface VoidOutcome {
    /** Nothing is authorized, or will stay so: VOIDED, VOIDING, or closed before (DECLINED, CAPTURE_REFUSED). */
    record Accepted(Payment payment) implements VoidOutcome {}

    /** Too late: the money was taken. It can be refunded. */
    record Captured() implements VoidOutcome {}

    /** A capture was begun before, and the provider has not answered it: perhaps captured, perhaps not. It is asked again. */
    record Unanswered() implements VoidOutcome {}

    /** The id is another client's. */
    record NotFound() implements VoidOutcome {}

    /** Of a payment that a void was wanted for: one that is still authorized has a capture under way. */
    static VoidOutcome of(Payment payment) {
        return switch (payment.state()) {
            case CAPTURED -> new Captured();
            case VOIDING, VOIDED, DECLINED, CAPTURE_REFUSED -> new Accepted(payment);
            case AUTHORIZED -> new Unanswered();
            case PENDING -> throw new IllegalStateException("A void leaves no payment PENDING");
        };
    }
}
