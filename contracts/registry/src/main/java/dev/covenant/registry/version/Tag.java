package dev.covenant.registry.version;

import java.time.Instant;

/** A word by which a version is marked. */
public record Tag(long versionId, String name, Instant createdAt) {
    public static final int LONGEST_NAME = 255;
}
