package dev.covenant.registry.matrix;

/** Versions of a pacticipant, by its name. */
public record VersionSelector(String pacticipant, Criterion criterion) {}
