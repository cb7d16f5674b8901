package dev.covenant.registry.webhook;

/**
 * One side of the pairs that a webhook is about: a pacticipant, those with a label, or with neither all.
 *
 * @param name of the pacticipant, or null
 * @param label or null; never both
 */
public record Party(String name, String label) {}
