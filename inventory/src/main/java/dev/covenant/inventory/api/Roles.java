package dev.covenant.inventory.api;

/** The groups of a token that this service knows: who may do what stands at each method, and in docs/security.md. */
public final class Roles {
    /** Keeps the stock. */
    public static final String MERCHANDISER = "merchandiser";

    /** The service orders, for its checkouts. */
    public static final String ORDERS = "service-orders";

    private Roles() {}
}
