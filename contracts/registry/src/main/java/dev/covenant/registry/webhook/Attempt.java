package dev.covenant.registry.webhook;

import java.time.Instant;

/**
 * One attempt of a delivery, as the log tells it. A number that is missing was cut off: the server died before it knew.
 *
 * @param status null when there was no answer
 * @param fault null when there was one
 * @param response the beginning of the answer, without secrets; null when there was none
 */
public record Attempt(int number, Integer status, String fault, String response, Instant at) {}
