package dev.covenant.registry.matrix;

import java.time.Instant;

/**
 * A contract of a consumer version, and what came of verifying it with a provider version.
 *
 * @param contract id of the publication
 * @param sha of what it says
 * @param providerVersionId null when no version that is meant has verified it
 * @param verification id of the result; null when there is none
 * @param success null when there is no result
 */
public record MatrixRow(
        long contract,
        long consumerId,
        String consumer,
        long consumerVersionId,
        String consumerVersion,
        long providerId,
        String provider,
        Long providerVersionId,
        String providerVersion,
        String sha,
        Instant publishedAt,
        Long verification,
        Boolean success,
        Instant verifiedAt) {

    MatrixRow with(Long versionId, String version) {
        return new MatrixRow(
                contract,
                consumerId,
                consumer,
                consumerVersionId,
                consumerVersion,
                providerId,
                provider,
                versionId,
                version,
                sha,
                publishedAt,
                null,
                null,
                null);
    }
}
