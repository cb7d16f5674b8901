package dev.covenant.audit.books;

import java.time.Instant;
import java.util.UUID;

/**
 * The order whose saga named a command's id.
 *
 * @param doneAt null while the saga runs for the first time
 */
public record Owner(UUID commandId, UUID orderId, String sagaState, Instant doneAt) {}
