package dev.covenant.audit.books;

import java.time.Instant;
import java.util.UUID;

/** Money paid back. @param amount minor units; null when it was refused */
public record Refund(
        UUID id, Long requested, Long amount, String state, String reason, Instant createdAt, Instant changedAt) {}
