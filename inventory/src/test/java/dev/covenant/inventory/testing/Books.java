package dev.covenant.inventory.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.testing.ServerUnderTest;

/** What must hold in inventory's tables whatever happened, and while it happens. */
public final class Books {
    /** One statement sees one moment, whatever is being committed meanwhile. */
    private static final String WRONG = """
            SELECT sku FROM stock_item item
            WHERE sku = ANY(coalesce(?, ARRAY(SELECT sku FROM stock_item)))
              AND (reserved NOT BETWEEN 0 AND on_hand
                   OR on_hand <> (SELECT coalesce(sum(quantity), 0) FROM stock_movement m WHERE m.sku = item.sku AND m.applied)
                   OR reserved <> (SELECT coalesce(sum(line.quantity), 0)
                                   FROM reservation_line line JOIN reservation r USING (reservation_id)
                                   WHERE line.sku = item.sku AND r.state = 'HELD')
                   OR elsewhere NOT BETWEEN 0 AND on_hand
                   OR elsewhere <> (SELECT coalesce(sum(o.on_hand), 0) FROM stock_elsewhere o WHERE o.sku = item.sku)
                   OR EXISTS (SELECT FROM stock_elsewhere o
                              FULL JOIN (SELECT warehouse, sum(quantity) AS moved FROM stock_movement m
                                         WHERE m.sku = item.sku AND m.applied AND m.warehouse <> 'MAIN' GROUP BY warehouse) m
                                  ON o.sku = item.sku AND o.warehouse = m.warehouse
                              WHERE (o.sku IS NULL OR o.sku = item.sku) AND coalesce(o.on_hand, 0) <> coalesce(m.moved, 0)))
            """;

    private Books() {}

    /** SKUs whose counters do not agree with their movements and reservations. */
    public static List<String> wrong(ServerUnderTest server) throws SQLException {
        try (var connection = server.owner().getConnection()) {
            return wrong(connection, null);
        }
    }

    /** Those among the given ones. */
    public static List<String> wrong(Connection connection, List<String> skus) throws SQLException {
        try (var statement = connection.prepareStatement(WRONG)) {
            statement.setArray(1, skus == null ? null : connection.createArrayOf("text", skus.toArray()));
            var rows = statement.executeQuery();
            var wrong = new ArrayList<String>();
            while (rows.next()) {
                wrong.add(rows.getString("sku"));
            }
            return wrong;
        }
    }
}
