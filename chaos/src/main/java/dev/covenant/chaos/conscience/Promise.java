package dev.covenant.chaos.conscience;

/**
 * Something that must hold, and how often it was looked at.
 *
 * @param broken how often it did not hold
 */
public record Promise(String name, String words, long examined, long broken) {}
