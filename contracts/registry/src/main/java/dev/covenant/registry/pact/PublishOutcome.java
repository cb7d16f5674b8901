package dev.covenant.registry.pact;

import java.util.List;
import java.util.Optional;

import dev.covenant.registry.version.Version;

/** What came of publishing. */
public sealed interface PublishOutcome {

    /**
     * All is stored.
     *
     * @param newVersion whether the version was not known before
     */
    record Published(Version version, boolean newVersion, List<Stored> contracts) implements PublishOutcome {}

    /** Nothing is stored: contracts that the version has published before say something else. */
    record Conflicts(List<Conflict> conflicts) implements PublishOutcome {}

    /**
     * @param change why a provider must look at it: how it differs from what was published before; empty when it does not
     */
    record Stored(Pact pact, Kind kind, Optional<String> change) {}

    /** What a publication does to what its version has published before. */
    enum Kind {
        NEW,
        UNCHANGED,
        MERGED,
        MODIFIED
    }

    /**
     * @param merging whether it was to be merged, and an interaction has another request than the one of the same name
     */
    record Conflict(String consumer, String version, String provider, boolean merging) {}
}
