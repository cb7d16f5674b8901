package dev.covenant.orders.checkout;

import java.util.UUID;

/**
 * The right to work on one saga. Every write of its holder is conditional on it, so that a holder that was paused while another took
 * over changes nothing.
 *
 * @param attempt tells this hold from an earlier one by the same owner
 * @param trace in which all work on the saga is done; null when it began without one
 */
record Lease(UUID orderId, String owner, long attempt, String trace) {}
