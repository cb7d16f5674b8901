package dev.covenant.orders.checkout;

/** How the wait for the outcome of an order ended. */
public enum WaitEnd {
    /** The order left PENDING. */
    DECIDED,
    /** It was waited for as long as we ever wait. */
    OUT_OF_TIME,
    /** Sooner: the caller would not wait for so long, or too many wait already. */
    CUT_SHORT
}
