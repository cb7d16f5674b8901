package dev.covenant.inventory.stock;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** The recorded movements, and the guarded statement that applies one. */
@ApplicationScoped
class StockMovements {
    /** A receipt may be the first of its SKU. */
    private static final String RECEIVE = "INSERT INTO stock_item (sku, on_hand) VALUES (:sku, :quantity) "
            + "ON CONFLICT (sku) DO UPDATE SET on_hand = stock_item.on_hand + excluded.on_hand "
            + "WHERE stock_item.on_hand + excluded.on_hand <= :most";

    private static final String ADJUST = "UPDATE stock_item SET on_hand = on_hand + :quantity "
            + "WHERE sku = :sku AND on_hand + :quantity BETWEEN reserved AND :most";

    private static final long MOST_ON_HAND = 1_000_000_000;

    private final Jdbi jdbi;

    @Inject
    StockMovements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the id is there already; waits for a transaction that is just writing it. */
    boolean insert(Movement movement, String client) {
        return jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO stock_movement "
                                + "(movement_id, client, sku, type, quantity, reason, applied) "
                                + "VALUES (:id, :client, :sku, :type, :quantity, :reason, true) ON CONFLICT DO NOTHING")
                        .bindMethods(movement)
                        .bind("client", client)
                        .execute())
                == 1;
    }

    /** False when the level would leave its range. */
    boolean apply(Movement movement) {
        var statement = movement.type() == MovementType.RECEIPT ? RECEIVE : ADJUST;
        return jdbi.withHandle(handle -> handle.createUpdate(statement)
                        .bind("sku", movement.sku())
                        .bind("quantity", movement.quantity())
                        .bind("most", MOST_ON_HAND)
                        .execute())
                == 1;
    }

    void markRefused(UUID id) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE stock_movement SET applied = false WHERE movement_id = :id")
                        .bind("id", id)
                        .execute());
    }

    Recorded get(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT movement_id, client, sku, type, quantity, reason, applied "
                                + "FROM stock_movement WHERE movement_id = :id")
                        .bind("id", id)
                        .map((row, context) -> new Recorded(
                                new Movement(
                                        row.getObject("movement_id", UUID.class),
                                        row.getString("sku"),
                                        MovementType.valueOf(row.getString("type")),
                                        row.getLong("quantity"),
                                        row.getString("reason")),
                                row.getString("client"),
                                row.getBoolean("applied")))
                        .one());
    }

    record Recorded(Movement movement, String client, boolean applied) {}
}
