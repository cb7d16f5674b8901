package dev.covenant.orders.api.v1;

/** The groups of a token that this service knows: who may do what stands at each method, and in docs/security.md. */
final class Roles {
    /** Buys; sees orders of his own only. */
    static final String CUSTOMER = "customer";

    /** Keeps the catalogue. */
    static final String MERCHANDISER = "merchandiser";

    /** The service payments: tells how payments ended. */
    static final String SERVICE_PAYMENTS = "service-payments";

    private Roles() {}
}
