package dev.covenant.registry.api;

/**
 * A line that the client's tool prints.
 *
 * @param type debug, success, info, prompt, warning, error or danger
 */
record Notice(String type, String text) {}
