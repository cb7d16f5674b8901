package dev.covenant.payments.provider;

/** What the provider says about a charge. */
public sealed interface ChargeAnswer {
    /** It knows the charge, and this is how it stands. */
    sealed interface Standing extends ChargeAnswer {}

    record Authorized() implements Standing {}

    /** @param reason the provider's code */
    record Declined(String reason) implements Standing {}

    record Captured() implements Standing {}

    /** For good; nothing is held any more. */
    record CaptureRefused() implements Standing {}

    record Voided() implements Standing {}

    /** It has no such charge so far. A request of ours that is still under way may change that. */
    record NeverSeen() implements ChargeAnswer {}

    /**
     * No answer that can be relied on.
     *
     * @param cause for logs
     */
    record Unknown(String cause) implements ChargeAnswer {}
}
