package dev.covenant.registry.version;

import java.time.Instant;

/**
 * A branch of a pacticipant's repository.
 *
 * @param id the higher, the later it was first heard of
 * @param head the number of the version at its head; null when it has no version left
 */
public record Branch(long id, long pacticipantId, String pacticipant, String name, String head, Instant createdAt) {
    public static final int LONGEST_NAME = 255;
}
