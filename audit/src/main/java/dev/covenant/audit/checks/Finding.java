package dev.covenant.audit.checks;

/** What a check found wrong, in one line each, for people. */
public record Finding(String expected, String found) {}
