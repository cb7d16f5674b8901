package dev.covenant.inventory.api.v1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class DemoStockIT {
    private static final String LEVELS = "SELECT count(*) || ' items, ' || sum(on_hand) || ' pieces, ' "
            + "|| count(*) FILTER (WHERE on_hand <> (SELECT sum(quantity) FROM stock_movement m WHERE m.sku = item.sku)) || ' wrong' "
            + "FROM stock_item item WHERE sku IN (SELECT sku FROM stock_movement WHERE client = 'demo')";
    private static final String SCARCE =
            "SELECT string_agg(sku || ' ' || on_hand, ', ' ORDER BY sku) FROM stock_item WHERE sku IN ('LAST-ONE-POSTER', 'SOLD-OUT-LAMP')";

    @Test
    void agreesWithItsMovementsAndCanBeLoadedAgain(ServerUnderTest server) throws SQLException, IOException {
        try (var connection = server.owner().getConnection()) {
            connection.setAutoCommit(false);
            load(connection);
            var once = read(connection, LEVELS);
            load(connection);

            assertThat(once).startsWith("35 items").endsWith("0 wrong").isEqualTo(read(connection, LEVELS));
            assertThat(read(connection, SCARCE)).isEqualTo("LAST-ONE-POSTER 1, SOLD-OUT-LAMP 0");
            connection.rollback();
        }
    }

    private static void load(Connection connection) throws SQLException, IOException {
        try (var script = DemoStockIT.class.getResourceAsStream("/db/demo/R__demo_stock.sql");
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String read(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
