package dev.covenant.inventory.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.covenant.devstack.testing.ServerUnderTest;

/** Lets time pass for rows, so that nobody has to wait for it. */
public final class Time {
    private Time() {}

    /** The end of each hold was a minute ago. */
    public static void isOverFor(ServerUnderTest server, UUID... holds) throws SQLException {
        update(server, "expires_at = now() - interval '1 minute'", List.of(holds));
    }

    /** The ends of the holds come one after the other within the given time from now on. */
    public static void runsOutFor(ServerUnderTest server, List<UUID> holds, Duration within) throws SQLException {
        update(
                server,
                "expires_at = clock_timestamp() + interval '%d ms' * array_position(ids, reservation_id) / %d"
                        .formatted(within.toMillis(), holds.size()),
                holds);
    }

    /** The last change of each was so many days ago. */
    public static void hasPassed(ServerUnderTest server, int days, UUID... reservations) throws SQLException {
        update(server, "changed_at = now() - interval '%d days 1 minute'".formatted(days), List.of(reservations));
    }

    private static void update(ServerUnderTest server, String change, List<UUID> ids) throws SQLException {
        try (var connection = server.owner().getConnection();
                var statement =
                        connection.prepareStatement("WITH given (ids) AS (VALUES (?::uuid[])) UPDATE reservation SET "
                                + change + " FROM given WHERE reservation_id = ANY(given.ids)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }
}
