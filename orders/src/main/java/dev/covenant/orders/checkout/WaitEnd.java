package dev.covenant.orders.checkout;

/** How the wait for the outcome of an order ended. */
public enum WaitEnd {
    /** The order left PENDING. */
    DECIDED,
    /** A neighbour that is needed next counts as unavailable: the outcome will not come soon. */
    HELD_UP,
    /** It was waited for as long as we ever wait. */
    OUT_OF_TIME,
    /** Sooner: the caller would not wait for so long, or too many wait already. */
    CUT_SHORT
}
