package dev.covenant.audit;

/** How one check went. @param examined how many things it looked at */
public record CheckResult(String name, String promise, long examined, long violations) {}
