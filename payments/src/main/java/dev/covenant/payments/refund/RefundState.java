package dev.covenant.payments.refund;

/** Where a refund is in its life. */
public enum RefundState {
    /** Accepted; the provider has not answered. */
    PENDING,
    SUCCEEDED,
    /** The provider refused it for good; its amount can be refunded again, under another id. */
    FAILED,
    /** More than was left when it was asked for; the provider was never asked. */
    REFUSED
}
