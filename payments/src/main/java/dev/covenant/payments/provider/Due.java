package dev.covenant.payments.provider;

/**
 * An attempt that its taker must now make.
 *
 * @param parked true for the one taker, of all replicas, that finds it tried so often that people should know
 */
public record Due(Attempt attempt, boolean parked) {}
