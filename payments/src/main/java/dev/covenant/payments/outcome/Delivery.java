package dev.covenant.payments.outcome;

/**
 * An outcome that its taker must now tell.
 *
 * @param tries this one included; tells this take from an earlier one
 * @param parked true for the one taker, of all replicas, that finds it told so often in vain that people should know
 * @param trace in which it is told, that of the work that settled the payment; null when that had none
 */
record Delivery(PaymentOutcome outcome, int tries, boolean parked, String trace) {}
