package dev.covenant.registry.verification;

import java.util.List;

import dev.covenant.registry.pact.Pact;

/**
 * Told inside the transaction that stores a result.
 *
 * @param pact one that says what was verified
 * @param consumerVersions ids of those because of which it was handed out; empty when nobody knows
 */
public record VerificationRecorded(Pact pact, Verification verification, List<Long> consumerVersions) {}
