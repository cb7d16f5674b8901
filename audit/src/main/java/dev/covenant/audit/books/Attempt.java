package dev.covenant.audit.books;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was or may have been asked of the provider.
 *
 * @param refundId null unless it is about a refund
 * @param outcome null while there is no answer
 */
public record Attempt(
        String key,
        UUID refundId,
        String operation,
        String state,
        String outcome,
        int tries,
        Instant dueAt,
        Instant createdAt,
        Instant changedAt) {

    /** The provider may know more than payments has written down. */
    public boolean isOpen() {
        return !state.equals("ANSWERED");
    }
}
