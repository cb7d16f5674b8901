package dev.covenant.registry.environment;

/**
 * What is said about an environment.
 *
 * @param displayName null when it was not given
 * @param contacts JSON; null when it was not given
 */
public record EnvironmentValues(String name, String displayName, boolean production, String contacts) {}
