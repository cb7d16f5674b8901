package dev.covenant.devstack.faults;

/**
 * A request that a rule caught.
 *
 * @param path with its query
 * @param body read as UTF-8; empty when there is none
 */
public record CaughtRequest(String method, String path, String body) {}
