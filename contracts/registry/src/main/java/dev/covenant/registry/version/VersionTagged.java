package dev.covenant.registry.version;

/** Told inside the transaction that tags a version for the first time with this tag. */
public record VersionTagged(Version version, String tag) {}
