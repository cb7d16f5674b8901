package dev.covenant.audit.books;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A claim on stock.
 *
 * @param client whose it is
 * @param expiresAt null for one that was undone before it arrived
 */
public record Reservation(
        UUID id,
        String client,
        String state,
        Instant expiresAt,
        Instant createdAt,
        Instant changedAt,
        List<ReservedLine> lines) {

    public boolean isInForce() {
        return state.equals("HELD") || state.equals("COMMITTED");
    }

    /** Undone before it arrived: remembered, so that it holds nothing when it comes. */
    public boolean isTombstone() {
        return lines.isEmpty() && (state.equals("RELEASED") || state.equals("RETURNED"));
    }

    public SortedMap<String, Long> pieces() {
        return lines.stream()
                .collect(Collectors.toMap(ReservedLine::sku, ReservedLine::quantity, Long::sum, TreeMap::new));
    }
}
