package dev.covenant.inventory.api.v1;

/** The groups of a token that this service knows: who may do what stands at each method, and in docs/security.md. */
final class Roles {
    /** Keeps the stock. */
    static final String MERCHANDISER = "merchandiser";

    /** The service orders, for its checkouts. */
    static final String ORDERS = "service-orders";

    private Roles() {}
}
