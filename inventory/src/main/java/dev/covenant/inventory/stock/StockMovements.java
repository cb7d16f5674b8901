package dev.covenant.inventory.stock;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** The recorded movements, and the guarded statement that applies one. */
@ApplicationScoped
class StockMovements {
    /** A receipt may be the first of its SKU. */
    private static final String RECEIVE = """
            INSERT INTO stock_item (sku, on_hand, elsewhere) VALUES (:sku, :quantity, :elsewhere)
            ON CONFLICT (sku) DO UPDATE SET
                on_hand = stock_item.on_hand + excluded.on_hand, elsewhere = stock_item.elsewhere + excluded.elsewhere
            WHERE stock_item.on_hand + excluded.on_hand <= :most""";

    /** Neither what is held nor what lies in another warehouse can be counted away. */
    private static final String ADJUST = """
            UPDATE stock_item SET on_hand = on_hand + :quantity, elsewhere = elsewhere + :elsewhere
            WHERE sku = :sku AND on_hand + :quantity BETWEEN reserved AND :most
                AND elsewhere + :elsewhere BETWEEN 0 AND on_hand + :quantity""";

    /** A receipt may be the first of its SKU in its warehouse. */
    private static final String RECEIVE_ELSEWHERE = """
            INSERT INTO stock_elsewhere (sku, warehouse, on_hand) VALUES (:sku, :warehouse, :quantity)
            ON CONFLICT (sku, warehouse) DO UPDATE SET on_hand = stock_elsewhere.on_hand + excluded.on_hand""";

    private static final String ADJUST_ELSEWHERE = """
            UPDATE stock_elsewhere SET on_hand = on_hand + :quantity
            WHERE sku = :sku AND warehouse = :warehouse AND on_hand + :quantity >= 0""";

    private static final long MOST_ON_HAND = 1_000_000_000;

    private final Jdbi jdbi;

    @Inject
    StockMovements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the id is there already; waits for a transaction that is just writing it. */
    boolean insert(Movement movement, String client) {
        return jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO stock_movement "
                                + "(movement_id, client, sku, type, quantity, reason, warehouse, applied) "
                                + "VALUES (:id, :client, :sku, :type, :quantity, :reason, :warehouse, true) "
                                + "ON CONFLICT DO NOTHING")
                        .bindMethods(movement)
                        .bind("client", client)
                        .execute())
                == 1;
    }

    /** False when a level would leave its range; then nothing has changed. */
    boolean apply(Movement movement) {
        var receipt = movement.type() == MovementType.RECEIPT;
        var isElsewhere = !movement.warehouse().equals(Warehouses.MAIN);
        return jdbi.withHandle(handle -> {
            handle.execute("SAVEPOINT before_moving");
            // The item first, in MAIN and elsewhere: its lock is the one that everybody waits for.
            var applied = handle.createUpdate(receipt ? RECEIVE : ADJUST)
                            .bindMethods(movement)
                            .bind("elsewhere", isElsewhere ? movement.quantity() : 0)
                            .bind("most", MOST_ON_HAND)
                            .execute()
                    == 1;
            if (applied && isElsewhere) {
                applied = handle.createUpdate(receipt ? RECEIVE_ELSEWHERE : ADJUST_ELSEWHERE)
                                .bindMethods(movement)
                                .execute()
                        == 1;
            }
            if (!applied) {
                handle.execute("ROLLBACK TO SAVEPOINT before_moving");
            }
            return applied;
        });
    }

    void markRefused(UUID id) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE stock_movement SET applied = false WHERE movement_id = :id")
                        .bind("id", id)
                        .execute());
    }

    Recorded get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT movement_id, client, sku, type, quantity, reason, warehouse, applied "
                                + "FROM stock_movement WHERE movement_id = :id")
                .bind("id", id)
                .map((row, context) -> new Recorded(
                        new Movement(
                                row.getObject("movement_id", UUID.class),
                                row.getString("sku"),
                                MovementType.valueOf(row.getString("type")),
                                row.getLong("quantity"),
                                row.getString("reason"),
                                row.getString("warehouse")),
                        row.getString("client"),
                        row.getBoolean("applied")))
                .one());
    }

    record Recorded(Movement movement, String client, boolean applied) {}
}
