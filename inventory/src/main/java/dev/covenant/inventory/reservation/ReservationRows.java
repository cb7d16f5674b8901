package dev.covenant.inventory.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

import dev.covenant.inventory.stock.Quantity;
import dev.covenant.inventory.stock.Shortage;

/** Reads one reservation from rows that repeat it for each line; a tombstone is one row without a line. */
final class ReservationRows {
    private ReservationRows() {}

    static Optional<Reservation> read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var id = rows.getObject("reservation_id", UUID.class);
        var client = rows.getString("client");
        var state = ReservationState.valueOf(rows.getString("state"));
        var expiresAt = expiresAt(rows);
        var lines = new ArrayList<Quantity>();
        var shortages = new ArrayList<Shortage>();
        do {
            var sku = rows.getString("sku");
            if (sku == null) {
                break;
            }
            var pieces = rows.getLong("quantity");
            lines.add(new Quantity(sku, pieces));
            var available = rows.getLong("available");
            if (!rows.wasNull()) {
                shortages.add(new Shortage(sku, pieces, available));
            }
        } while (rows.next());
        return Optional.of(new Reservation(id, client, state, expiresAt, lines, shortages));
    }

    private static Instant expiresAt(ResultSet rows) throws SQLException {
        return Optional.ofNullable(rows.getObject("expires_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
