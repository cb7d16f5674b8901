package dev.covenant.inventory.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import dev.covenant.chassis.ids.UuidV7;

/** Writes inventory's tables as its owner. @param consumer the client whose reservations they are */
record Rows(Connection owner, String consumer, Instant expiresAt) {

    void clear() throws SQLException {
        execute("TRUNCATE stock_item, stock_elsewhere, stock_movement, reservation, reservation_line");
    }

    /** What no contract is about: a statement that forgets its condition meets these. */
    void distract() throws SQLException {
        item("DISTRACTION", 7, 2);
        reservation(UuidV7.next(), "HELD", "DISTRACTION", 2);
        reservation(UuidV7.next(), "COMMITTED", "DISTRACTION", 1);
        reservation(UuidV7.next(), "REFUSED", "DISTRACTION", 9);
    }

    void item(String sku, long onHand, long reserved) throws SQLException {
        execute("INSERT INTO stock_item (sku, on_hand, reserved) VALUES (?, ?, ?)", sku, onHand, reserved);
        if (onHand == 0) {
            return;
        }
        execute(
                "INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, applied) "
                        + "VALUES (?, 'contract', ?, 'RECEIPT', ?, 'contract', true)",
                UuidV7.next(),
                sku,
                onHand);
    }

    void reservation(UUID id, String state, String sku, long quantity) throws SQLException {
        execute(
                "INSERT INTO reservation (reservation_id, client, state, expires_at) VALUES (?, ?, ?, ?)",
                id,
                consumer,
                state,
                expiresAt.atOffset(ZoneOffset.UTC));
        execute(
                "INSERT INTO reservation_line (reservation_id, sku, quantity, available) VALUES (?, ?, ?, ?)",
                id,
                sku,
                quantity,
                state.equals("REFUSED") ? quantity - 1 : null);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
