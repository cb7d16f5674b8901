package dev.covenant.audit.books;

import java.time.Instant;
import java.util.UUID;

/** Pieces of a SKU that a HELD reservation claims. */
public record Hold(UUID reservationId, long quantity, Instant expiresAt) {}
