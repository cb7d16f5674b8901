package dev.covenant.payments.provider;

/** What the provider is asked to do. */
public enum Operation {
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND
}
