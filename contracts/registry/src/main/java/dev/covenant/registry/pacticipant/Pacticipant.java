package dev.covenant.registry.pacticipant;

import java.time.Instant;

/**
 * An application that takes part in contracts.
 *
 * @param id of its row
 * @param name as clients use it; case counts
 * @param displayName for people; null when it was not given
 * @param repositoryUrl null when it was not given
 * @param mainBranch null as long as it is not known
 */
public record Pacticipant(
        long id,
        String name,
        String displayName,
        String repositoryUrl,
        String mainBranch,
        Instant createdAt,
        Instant updatedAt) {
    public static final int LONGEST_NAME = 255;

    /** What people are shown. */
    public String title() {
        return displayName == null ? name : displayName;
    }
}
