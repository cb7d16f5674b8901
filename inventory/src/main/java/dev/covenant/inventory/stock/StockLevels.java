package dev.covenant.inventory.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

import dev.covenant.chassis.ids.UuidV7;

/**
 * The statements that change stock levels, to be called inside the caller's transaction and as its last act: these rows are the hot
 * ones. Each is one guarded update per line, sent as one batch; SKUs go in order, so that two callers can never wait for each other in a
 * circle. A hold claims pieces of a SKU, wherever they lie; which warehouse gives them is decided when they leave.
 */
@ApplicationScoped
public class StockLevels {
    private static final String RESERVE = "UPDATE stock_item SET reserved = reserved + :pieces "
            + "WHERE sku = :sku AND on_hand - reserved >= :pieces";
    private static final String UNRESERVE = "UPDATE stock_item SET reserved = reserved - :pieces WHERE sku = :sku";
    private static final String SHIP_FROM_MAIN =
            "UPDATE stock_item SET on_hand = on_hand - :pieces, reserved = reserved - :pieces "
                    + "WHERE sku = :sku AND on_hand - elsewhere >= :pieces";

    /** MAIN gives what it has, the others the rest. */
    private static final String SHIP =
            "UPDATE stock_item SET on_hand = on_hand - :pieces, reserved = reserved - :pieces, "
                    + "elsewhere = least(elsewhere, on_hand - :pieces) WHERE sku = :sku";

    /**
     * After {@link #SHIP}, and under the locks that it took: takes from the other warehouses what they now have too much, in the order of
     * their names, and records where each piece left from.
     */
    private static final String LEAVE = """
            WITH line (sku, pieces) AS (SELECT * FROM unnest(:skus, :pieces)),
            shelf AS (
                SELECT s.sku, s.warehouse, s.on_hand,
                    sum(s.on_hand) OVER (PARTITION BY s.sku) - item.elsewhere
                        - (sum(s.on_hand) OVER (PARTITION BY s.sku ORDER BY s.warehouse) - s.on_hand) AS wanted
                FROM stock_elsewhere s JOIN stock_item item USING (sku) WHERE s.sku = ANY(:skus)
            ), taken AS (
                SELECT sku, warehouse, least(on_hand, wanted)::bigint AS pieces FROM shelf WHERE wanted > 0 AND on_hand > 0
            ), lowered AS (
                UPDATE stock_elsewhere s SET on_hand = s.on_hand - taken.pieces
                FROM taken WHERE s.sku = taken.sku AND s.warehouse = taken.warehouse
            ), gone (sku, pieces, warehouse) AS (
                SELECT sku, pieces - coalesce((SELECT sum(pieces) FROM taken WHERE taken.sku = line.sku), 0), 'MAIN' FROM line
                UNION ALL SELECT sku, pieces, warehouse FROM taken
            )
            INSERT INTO stock_movement
                (movement_id, client, sku, type, quantity, reason, reservation_id, warehouse, applied)
            SELECT uuidv7(), :client, sku, :type, -pieces, :reason, :reservation, warehouse, true
            FROM gone WHERE pieces > 0""";

    private static final String TAKE_BACK = "UPDATE stock_item SET on_hand = on_hand + :pieces WHERE sku = :sku";

    private final Jdbi jdbi;

    @Inject
    public StockLevels(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reserves all lines or none. Empty when reserved; else what is short, and nothing has changed. */
    public List<Shortage> reserve(List<Quantity> lines) {
        return jdbi.withHandle(handle -> {
            // Plain SQL: the JDBC method for savepoints is not allowed in a container's transaction.
            handle.execute("SAVEPOINT before_reserving");
            var refused = refusedLines(handle, RESERVE, lines);
            if (refused.isEmpty()) {
                return List.of();
            }
            handle.execute("ROLLBACK TO SAVEPOINT before_reserving");
            return shortages(handle, refused);
        });
    }

    /** Gives back what {@link #reserve} took. */
    public void unreserve(List<Quantity> lines) {
        change(UNRESERVE, lines);
    }

    /** Reserved pieces leave the house: a SALE movement for each line and warehouse, and both counters go down. */
    public void ship(UUID reservation, String client, List<Quantity> lines) {
        execute("SAVEPOINT before_shipping");
        recordMovements(MovementType.SALE, reservation, client, lines);
        var elsewhere = jdbi.withHandle(handle -> refusedLines(handle, SHIP_FROM_MAIN, lines));
        if (!elsewhere.isEmpty()) {
            execute("ROLLBACK TO SAVEPOINT before_shipping");
            shipFromAnywhere(reservation, client, lines);
        }
    }

    /** Holds the locks for one statement more: where pieces leave from is known under them alone. */
    private void shipFromAnywhere(UUID reservation, String client, List<Quantity> lines) {
        change(SHIP, lines);
        jdbi.useHandle(handle -> handle.createUpdate(LEAVE)
                .bindArray(
                        "skus", String.class, lines.stream().map(Quantity::sku).toList())
                .bindArray(
                        "pieces",
                        Long.class,
                        lines.stream().map(Quantity::pieces).toList())
                .bind("client", client)
                .bind("type", MovementType.SALE)
                .bind("reason", MovementType.SALE.reason())
                .bind("reservation", reservation)
                .execute());
    }

    /** Shipped pieces come back, to MAIN wherever they left from: a RETURN movement for each line. */
    public void takeBack(UUID reservation, String client, List<Quantity> lines) {
        recordMovements(MovementType.RETURN, reservation, client, lines);
        change(TAKE_BACK, lines);
    }

    private void execute(String statement) {
        jdbi.useHandle(handle -> handle.execute(statement));
    }

    private void change(String update, List<Quantity> lines) {
        var refused = jdbi.withHandle(handle -> refusedLines(handle, update, lines));
        if (!refused.isEmpty()) {
            throw new IllegalStateException("A reserved SKU has no stock row: " + refused);
        }
    }

    /** One batch, one round trip; the lines whose update found no row that satisfies its guard. */
    private static List<Quantity> refusedLines(Handle handle, String update, List<Quantity> lines) {
        var inOrder = lines.stream().sorted(Comparator.comparing(Quantity::sku)).toList();
        var batch = handle.prepareBatch(update);
        inOrder.forEach(line ->
                batch.bind("sku", line.sku()).bind("pieces", line.pieces()).add());
        var counts = batch.execute();
        return IntStream.range(0, counts.length)
                .filter(index -> counts[index] == 0)
                .mapToObj(inOrder::get)
                .toList();
    }

    /** In MAIN. */
    private void recordMovements(MovementType type, UUID reservation, String client, List<Quantity> lines) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("INSERT INTO stock_movement "
                    + "(movement_id, client, sku, type, quantity, reason, reservation_id, warehouse, applied) "
                    + "VALUES (:id, :client, :sku, :type, :quantity, :reason, :reservation, :warehouse, true)");
            lines.forEach(line -> batch.bind("id", UuidV7.next())
                    .bind("client", client)
                    .bind("sku", line.sku())
                    .bind("type", type)
                    .bind("quantity", type == MovementType.SALE ? -line.pieces() : line.pieces())
                    .bind("reason", type.reason())
                    .bind("reservation", reservation)
                    .bind("warehouse", Warehouses.MAIN)
                    .add());
            batch.execute();
        });
    }

    /** What is left of each refused SKU. Read after the refusal, so possibly more by now: never reported as enough. */
    private static List<Shortage> shortages(Handle handle, List<Quantity> refused) {
        Map<String, Long> left = handle.createQuery(
                        "SELECT sku, on_hand - reserved AS available FROM stock_item WHERE sku = ANY(:skus)")
                .bindArray(
                        "skus",
                        String.class,
                        refused.stream().map(Quantity::sku).toList())
                .setMapKeyColumn("sku")
                .setMapValueColumn("available")
                .collectInto(new GenericType<>() {});
        return refused.stream()
                .map(line -> new Shortage(
                        line.sku(), line.pieces(), Math.min(left.getOrDefault(line.sku(), 0L), line.pieces() - 1)))
                .toList();
    }
}
