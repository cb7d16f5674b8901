package dev.covenant.devstack.faults;

/**
 * The callee's answer to a request that a rule caught.
 *
 * @param body read as UTF-8; empty when there is none
 */
public record CaughtAnswer(int status, String body) {}
