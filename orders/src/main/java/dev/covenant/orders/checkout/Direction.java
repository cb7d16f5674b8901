package dev.covenant.orders.checkout;

/** Where a saga goes. It changes once, from FORWARD, in a transaction of its own before anything that depends on it is done. */
enum Direction {
    FORWARD,
    PIVOTED,
    BACKWARD
}
