package dev.covenant.registry.verification;

import java.time.Instant;

/**
 * What came of verifying a content with a provider version.
 *
 * @param id the higher, the later it was told; clients call it the result's number
 * @param contentId of what was verified
 * @param provider its name
 * @param providerVersion its number
 * @param buildUrl null when it was not given
 * @param testResults JSON as it was sent; null when it was not
 * @param verifiedBy JSON as it was sent: the tool; null when it was not
 */
public record Verification(
        long id,
        long contentId,
        String provider,
        String providerVersion,
        boolean success,
        String buildUrl,
        String testResults,
        String verifiedBy,
        Instant createdAt) {}
