package dev.covenant.registry.pacticipant;

import java.time.Instant;

/** A word by which pacticipants are grouped. */
public record Label(long pacticipantId, String name, Instant createdAt, Instant updatedAt) {}
