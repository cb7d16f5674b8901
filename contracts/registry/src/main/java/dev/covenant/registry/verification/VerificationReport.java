package dev.covenant.registry.verification;

import java.util.List;

/**
 * What a provider's build tells of a verification.
 *
 * @param providerVersion made known by this when it was not before
 * @param wip whether the contract was handed out as work in progress ({@link dev.covenant.registry.assignment.Assignment})
 * @param consumerVersions ids of those because of which it was handed out; empty when nobody knows
 * @param buildUrl null when it was not given
 * @param testResults JSON; null when it was not given
 * @param verifiedBy JSON; null when it was not given
 */
public record VerificationReport(
        String providerVersion,
        boolean success,
        boolean wip,
        List<Long> consumerVersions,
        String buildUrl,
        String testResults,
        String verifiedBy) {}
