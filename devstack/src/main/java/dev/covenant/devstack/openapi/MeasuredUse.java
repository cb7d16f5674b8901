package dev.covenant.devstack.openapi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.openapi.Retirement.Measured;

/** Requests for superseded operations, as the service counted them in its database. Read as the audit's role. */
record MeasuredUse(String url, String user, String password) implements Measured {
    private static final String HAS_TABLE = "SELECT to_regclass('superseded_counted') IS NOT NULL";
    private static final String SINCE = """
            SELECT operation, client, sum(requests) AS requests, max(day) AS last FROM superseded_use
            WHERE day > (now() AT TIME ZONE 'UTC')::date - ? GROUP BY operation, client ORDER BY operation, client""";

    /** For each operation that was ever counted, whatever its variables were called. The last word on the sunset holds. */
    private static final String COUNTED = """
            WITH counted AS (
                SELECT regexp_replace(operation, '\\{[^}]+\\}', '{}', 'g') AS shape, day, max(sunset) AS sunset
                FROM superseded_counted GROUP BY shape, day)
            SELECT DISTINCT ON (shape) shape, (sunset AT TIME ZONE 'UTC')::date AS sunset, sunset > now() AS announced,
                count(*) FILTER (WHERE day > (now() AT TIME ZONE 'UTC')::date - ?) OVER (PARTITION BY shape) AS days
            FROM counted ORDER BY shape, day DESC""";

    /** The database that the environment names, by the variables that the audit reads; none when it counts nothing. */
    static Optional<MeasuredUse> of(String service, Map<String, String> environment) {
        var prefix = prefix(service);
        return Optional.ofNullable(environment.get(prefix + "URL"))
                .map(url -> new MeasuredUse(
                        url,
                        environment.getOrDefault(prefix + "USER", service + "_audit"),
                        environment.getOrDefault(prefix + "PASSWORD", "")))
                .filter(MeasuredUse::isCounted);
    }

    static String prefix(String service) {
        return "AUDIT_%s_".formatted(service.toUpperCase(Locale.ROOT));
    }

    private boolean isCounted() {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(HAS_TABLE)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** @throws DevstackException when the database cannot be read */
    @Override
    public List<Use> ofLast(int days) {
        return read(
                SINCE,
                days,
                row -> new Use(
                        row.getString("operation"),
                        row.getString("client"),
                        row.getLong("requests"),
                        row.getObject("last", LocalDate.class)));
    }

    /** @throws DevstackException when the database cannot be read */
    @Override
    public List<Counting> countedInLast(int days) {
        return read(
                COUNTED,
                days,
                row -> new Counting(
                        row.getString("shape"),
                        row.getInt("days"),
                        row.getObject("sunset", LocalDate.class),
                        row.getBoolean("announced")));
    }

    private <T> List<T> read(String query, int days, Row<T> reader) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            statement.setInt(1, days);
            var rows = statement.executeQuery();
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static DevstackException unreadable(SQLException fault) {
        return new DevstackException("The measured use cannot be read: " + fault.getMessage(), fault);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url;
    }

    /** @param last day on which the client asked */
    record Use(String operation, String client, long requests, LocalDate last) {
        String times() {
            return requests == 1 ? "once" : requests + " times";
        }
    }

    /**
     * How well an operation was watched.
     *
     * @param shape its name, in which no variable has one
     * @param days on which it was counted, of those that were asked about
     * @param sunset until when it was announced to stay
     * @param announced whether that is still to come
     */
    record Counting(String shape, int days, LocalDate sunset, boolean announced) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
