package dev.covenant.payments.provider;

/**
 * An attempt that its taker must now make.
 *
 * @param parked true for the one taker, of all replicas, that finds it tried so often that people should know
 * @param trace in which it is made, that of the request that wanted it; null when that had none
 */
public record Due(Attempt attempt, boolean parked, String trace) {}
