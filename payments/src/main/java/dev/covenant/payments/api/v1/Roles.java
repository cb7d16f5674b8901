package dev.covenant.payments.api.v1;

/** The groups of a token that this service knows: who may do what stands at each method, and in docs/security.md. */
final class Roles {
    /** Refunds any payment, reads the ledger. */
    static final String FINANCE = "finance";

    /** The service orders, for its checkouts. */
    static final String ORDERS = "service-orders";

    private Roles() {}
}
