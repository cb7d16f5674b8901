package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import dev.covenant.devstack.testing.ServerUnderTest;

/** Lets time pass for rows: nobody has to wait for it. */
final class Time {
    private Time() {}

    /** What they may hold until is past. */
    static void passesFor(ServerUnderTest server, UUID... holds) throws SQLException {
        update(
                server,
                "UPDATE reservation SET expires_at = now() - interval '1 minute' WHERE reservation_id = ANY(?)",
                List.of(holds));
    }

    private static void update(ServerUnderTest server, String sql, List<UUID> ids) throws SQLException {
        try (var connection = server.owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }
}
