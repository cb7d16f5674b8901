package dev.covenant.registry.webhook;

/**
 * A version of a provider without a result for a contract.
 *
 * @param descriptions in words, why a result is wanted from it
 */
record AwaitingVersion(String number, String descriptions) {}
