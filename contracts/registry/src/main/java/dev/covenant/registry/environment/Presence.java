package dev.covenant.registry.environment;

import java.time.Instant;
import java.util.UUID;

/**
 * That a version is, or was, in an environment.
 *
 * @param pacticipant its name
 * @param version its number
 * @param applicationInstance to which it was deployed; null when none was named, which is an instance of its own, and for releases
 * @param endedAt null while it is there
 */
public record Presence(
        Kind kind,
        UUID uuid,
        long environmentId,
        long versionId,
        String pacticipant,
        String version,
        String applicationInstance,
        Instant createdAt,
        Instant endedAt) {

    /** How it got there. Of deployed versions one at a time is on an instance, of released ones any number are supported side by side. */
    public enum Kind {
        DEPLOYED("deployed_version", "undeployed_at", "x.application_instance"),
        RELEASED("released_version", "support_ended_at", "NULL");

        final String table;
        final String end;
        final String instance;

        Kind(String table, String end, String instance) {
            this.table = table;
            this.end = end;
            this.instance = instance;
        }
    }

    public boolean isCurrent() {
        return endedAt == null;
    }
}
