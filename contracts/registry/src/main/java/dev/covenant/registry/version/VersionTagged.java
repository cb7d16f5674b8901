package dev.covenant.registry.version;

/** Told inside the transaction that says so: that a version has this tag, perhaps as before. */
public record VersionTagged(Version version, String tag) {}
