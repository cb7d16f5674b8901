package dev.covenant.audit.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The stock levels of inventory, each with what it must come to. */
public final class StockBooks {
    private static final String HELD = """
            WITH RECURSIVE held (sku, pieces) AS (
                SELECT line.sku, sum(line.quantity) FROM reservation r JOIN reservation_line line USING (reservation_id)
                WHERE r.state = 'HELD' GROUP BY line.sku
            )""";
    /** Also what no item has. The SKUs of movements are found by going from one to the next over the index, not by reading all. */
    private static final String ALL = HELD + """
            , moved (sku) AS (
                (SELECT sku FROM stock_movement WHERE sku > :after ORDER BY sku LIMIT 1)
                UNION ALL
                SELECT (SELECT m.sku FROM stock_movement m WHERE m.sku > moved.sku ORDER BY m.sku LIMIT 1)
                FROM moved WHERE moved.sku IS NOT NULL
            ), name (sku) AS (
                (SELECT sku FROM stock_item WHERE sku > :after ORDER BY sku LIMIT :most)
                UNION (SELECT sku FROM moved WHERE sku IS NOT NULL LIMIT :most)
                UNION (SELECT sku FROM held WHERE sku > :after)
                ORDER BY sku LIMIT :most
            )""";

    private static final String CHANGED = HELD + """
            , name (sku) AS (
                SELECT sku FROM stock_movement WHERE recorded_at >= :since AND sku > :after
                UNION
                SELECT line.sku FROM reservation r JOIN reservation_line line USING (reservation_id)
                WHERE r.changed_at >= :since AND line.sku > :after
                ORDER BY sku LIMIT :most
            )""";
    private static final String LEVELS = """

            SELECT name.sku, item.on_hand, item.reserved, item.elsewhere, sums.moved, sums.misnamed,
                coalesce(held.pieces, 0) AS held, others.lying, others.misplaced
            FROM name LEFT JOIN stock_item item USING (sku) LEFT JOIN held USING (sku)
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(m.quantity) FILTER (WHERE m.applied), 0) AS moved,
                    count(*) FILTER (WHERE (m.type IN ('SALE', 'RETURN')) <> (m.reservation_id IS NOT NULL)) AS misnamed
                FROM stock_movement m WHERE m.sku = name.sku) sums
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(shelf.on_hand), 0) AS lying,
                    count(*) FILTER (WHERE coalesce(shelf.on_hand, 0) <> coalesce(gone.moved, 0)) AS misplaced
                FROM (SELECT warehouse, on_hand FROM stock_elsewhere WHERE sku = name.sku) shelf
                FULL JOIN (SELECT m.warehouse, sum(m.quantity) AS moved FROM stock_movement m
                    WHERE m.sku = name.sku AND m.applied AND m.warehouse <> 'MAIN' GROUP BY m.warehouse) gone USING (warehouse)) others
            ORDER BY name.sku""";
    private static final String NEWEST_MOVEMENTS = """
            SELECT movement_id, sku, type, quantity, reason, reservation_id, applied, recorded_at FROM stock_movement
            WHERE sku = :sku ORDER BY recorded_at DESC, movement_id DESC LIMIT :most""";
    private static final String HOLDS = """
            SELECT r.reservation_id, line.quantity, r.expires_at
            FROM reservation r JOIN reservation_line line USING (reservation_id)
            WHERE r.state = 'HELD' AND line.sku = :sku ORDER BY r.expires_at LIMIT :most""";

    private final Database database;

    StockBooks(Database database) {
        this.database = database;
    }

    /**
     * The next levels in the order of their SKUs, of those SKUs that the scope takes in. Each is read by one statement, which sees one
     * moment: what is wrong in it is wrong, and nothing has moved between two of its parts.
     */
    public List<StockLevel> levels(String after, Scope scope, int most) {
        return database.atOneMoment(handle -> skus(handle, scope)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> new StockLevel(
                        row.getString("sku"),
                        row.getObject("on_hand", Long.class),
                        row.getObject("reserved", Long.class),
                        row.getObject("elsewhere", Long.class),
                        row.getLong("moved"),
                        row.getLong("held"),
                        row.getLong("lying"),
                        row.getLong("misplaced"),
                        row.getLong("misnamed")))
                .list());
    }

    /** Newest first. */
    public List<Movement> newestMovements(String sku, int most) {
        return database.atOneMoment(handle -> handle.createQuery(NEWEST_MOVEMENTS)
                .bind("sku", sku)
                .bind("most", most)
                .map((row, _) -> movement(row))
                .list());
    }

    /** Those that expire first, first. */
    public List<Hold> holds(String sku, int most) {
        return database.atOneMoment(handle -> handle.createQuery(HOLDS)
                .bind("sku", sku)
                .bind("most", most)
                .map((row, _) -> new Hold(
                        Database.uuid(row, "reservation_id"),
                        row.getLong("quantity"),
                        Database.instant(row, "expires_at")))
                .list());
    }

    static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                Database.uuid(row, "movement_id"),
                row.getString("sku"),
                row.getString("type"),
                row.getLong("quantity"),
                row.getString("reason"),
                Database.uuid(row, "reservation_id"),
                row.getBoolean("applied"),
                Database.instant(row, "recorded_at"));
    }

    private static Query skus(Handle handle, Scope scope) {
        return scope.since()
                .map(time -> handle.createQuery(CHANGED + LEVELS).bind("since", time))
                .orElseGet(() -> handle.createQuery(ALL + LEVELS));
    }
}
