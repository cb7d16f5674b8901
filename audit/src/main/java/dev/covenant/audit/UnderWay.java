package dev.covenant.audit;

import dev.covenant.audit.books.OpenAttempts;
import dev.covenant.audit.books.RunningSagas;

/**
 * What is not at its end yet, and so is no violation.
 *
 * @param sagas checkouts that run
 * @param attempts what the provider was asked and has not answered
 * @param moving what looked wrong while it moved, and never stood still
 */
public record UnderWay(RunningSagas sagas, OpenAttempts attempts, long moving) {}
