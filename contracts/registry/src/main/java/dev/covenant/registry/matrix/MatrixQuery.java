package dev.covenant.registry.matrix;

import java.util.List;

/**
 * A question to the matrix.
 *
 * @param specified at least one
 * @param ignored what of the answer does not count
 * @param target the versions of all others that these meet; null when nothing is said about them: then all, or, if several are specified,
 *     none
 */
public record MatrixQuery(
        List<VersionSelector> specified, List<VersionSelector> ignored, Criterion target, LatestBy latestBy) {

    /** Which results count where nobody said which versions of the provider are meant. */
    public enum LatestBy {
        /** For each version of consumer and provider the latest. */
        CONSUMER_VERSION_PROVIDER_VERSION,
        /** For each consumer version that of the latest provider version. */
        CONSUMER_VERSION_PROVIDER,
        /** That of the latest consumer version and the latest provider version. */
        CONSUMER_PROVIDER
    }

    boolean isAboutOthers() {
        return target != null || specified.size() == 1;
    }
}
