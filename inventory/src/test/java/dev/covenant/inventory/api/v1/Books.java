package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.testing.ServerUnderTest;

/** What must hold in inventory's tables whatever happened. */
final class Books {
    private static final String WRONG = """
            SELECT sku FROM stock_item item
            WHERE reserved NOT BETWEEN 0 AND on_hand
               OR on_hand <> (SELECT coalesce(sum(quantity), 0) FROM stock_movement m WHERE m.sku = item.sku AND m.applied)
               OR reserved <> (SELECT coalesce(sum(line.quantity), 0)
                               FROM reservation_line line JOIN reservation r USING (reservation_id)
                               WHERE line.sku = item.sku AND r.state = 'HELD')
            """;

    private Books() {}

    /** SKUs whose counters do not agree with their movements and reservations. */
    static List<String> wrong(ServerUnderTest server) throws SQLException {
        var wrong = new ArrayList<String>();
        try (var connection = server.owner().getConnection();
                var rows = connection.createStatement().executeQuery(WRONG)) {
            while (rows.next()) {
                wrong.add(rows.getString("sku"));
            }
        }
        return wrong;
    }
}
