package dev.covenant.orders.catalogue;

/** Only physical products need stock. */
public enum ProductKind {
    PHYSICAL,
    DIGITAL
}
