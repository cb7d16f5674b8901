package dev.covenant.audit.books;

import java.time.Instant;
import java.util.UUID;

/** A change of stock. @param quantity signed pieces @param reservationId null when a person recorded it */
public record Movement(
        UUID id,
        String sku,
        String type,
        long quantity,
        String reason,
        UUID reservationId,
        boolean applied,
        Instant recordedAt) {}
