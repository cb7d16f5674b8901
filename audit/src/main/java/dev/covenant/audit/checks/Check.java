package dev.covenant.audit.checks;

/**
 * Something that must hold.
 *
 * @param name stays, for scripts and alerts
 * @param promise what holds, in one line
 */
public record Check(String name, String promise) {}
