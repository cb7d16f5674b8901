package dev.covenant.payments.payment;

/** What became of a capture. */
public sealed interface CaptureOutcome {
    /** The whole amount was taken, now or before. */
    record Captured(Payment payment) implements CaptureOutcome {}

    /** The provider refused for good. */
    record Refused() implements CaptureOutcome {}

    /** Not yet: the provider has not answered the authorization. */
    record Pending() implements CaptureOutcome {}

    record Declined() implements CaptureOutcome {}

    record Voided() implements CaptureOutcome {}

    /** The provider has not answered: perhaps captured, perhaps not. It is asked again. */
    record Unanswered() implements CaptureOutcome {}

    /** There is no such payment of this client. */
    record NotFound() implements CaptureOutcome {}

    /** Of a payment that the provider was asked to capture, if it could be. */
    static CaptureOutcome of(Payment payment) {
        return switch (payment.state()) {
            case CAPTURED -> new Captured(payment);
            case CAPTURE_REFUSED -> new Refused();
            case PENDING -> new Pending();
            case DECLINED -> new Declined();
            case VOIDING, VOIDED -> new Voided();
            case AUTHORIZED -> new Unanswered();
        };
    }
}
