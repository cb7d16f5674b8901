package dev.covenant.audit.books;

import java.time.Instant;

/**
 * Checkouts under way.
 *
 * @param oldest when the oldest of their orders was placed; null when there is none
 * @param late how many are past their deadline
 */
public record RunningSagas(long count, Instant oldest, long late) {}
