package dev.covenant.registry.environment;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where versions of several pacticipants meet.
 *
 * @param displayName for people; null when it was not given
 * @param contacts JSON as it was sent; null when it was not
 */
public record Environment(
        long id,
        UUID uuid,
        String name,
        String displayName,
        boolean production,
        String contacts,
        Instant createdAt,
        Instant updatedAt) {

    /** What people are shown. */
    public String title() {
        return displayName == null ? name : displayName;
    }
}
