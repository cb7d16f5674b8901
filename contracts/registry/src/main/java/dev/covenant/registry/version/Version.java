package dev.covenant.registry.version;

import java.time.Instant;

/**
 * A version of a pacticipant.
 *
 * @param id its place in the order of versions: the higher, the later
 * @param pacticipant its name
 * @param number any text that is not blank
 * @param buildUrl null when it was not given
 */
public record Version(
        long id,
        long pacticipantId,
        String pacticipant,
        String number,
        String buildUrl,
        Instant createdAt,
        Instant updatedAt) {
    public static final int LONGEST_NUMBER = 255;
}
