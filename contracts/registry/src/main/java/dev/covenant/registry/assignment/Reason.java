package dev.covenant.registry.assignment;

/**
 * Why a contract is to be verified.
 *
 * @param word the branch, tag or environment by which it was found; null for the latest
 * @param instead the selector that found nothing, when this is its fallback; null otherwise
 * @param versionId of the consumer version
 * @param version the consumer version's number
 */
public record Reason(Selector selector, String word, Selector instead, long versionId, String version) {}
