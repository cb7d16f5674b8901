package dev.covenant.audit.books;

import java.time.Instant;

/**
 * How far the checkout of an order is.
 *
 * @param attempt how often somebody took it up
 * @param failures how often in a row nobody gave an answer that decides
 * @param doneAt null while it runs for the first time
 * @param traceContext null when the order was placed without one
 */
public record Saga(
        String direction,
        String state,
        Instant deadline,
        long attempt,
        int failures,
        Instant dueAt,
        Instant doneAt,
        String traceContext) {

    public boolean isDone() {
        return state.equals("DONE");
    }
}
