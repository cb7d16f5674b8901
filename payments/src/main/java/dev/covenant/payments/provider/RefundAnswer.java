package dev.covenant.payments.provider;

/** What the provider says about a refund. */
public sealed interface RefundAnswer {
    /** The money is on its way back. */
    record Succeeded() implements RefundAnswer {}

    /** @param reason the provider's code */
    record Failed(String reason) implements RefundAnswer {}

    /** It has no such refund so far. */
    record NeverSeen() implements RefundAnswer {}

    /**
     * No answer that can be relied on.
     *
     * @param cause for logs
     */
    record Unknown(String cause) implements RefundAnswer {}
}
