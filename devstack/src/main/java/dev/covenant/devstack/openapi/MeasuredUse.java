package dev.covenant.devstack.openapi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;

/** Requests for superseded operations, as the service counted them in its database. Read as the audit's role. */
record MeasuredUse(String url, String user, String password) {
    private static final String HAS_TABLE = "SELECT to_regclass('superseded_use') IS NOT NULL";
    private static final String SINCE = """
            SELECT operation, client, sum(requests) AS requests, max(day) AS last FROM superseded_use
            WHERE day > (now() AT TIME ZONE 'UTC')::date - ? GROUP BY operation, client ORDER BY operation, client""";

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
    List<Use> ofLast(int days) {
        try (var connection = connect();
                var statement = connection.prepareStatement(SINCE)) {
            statement.setInt(1, days);
            var rows = statement.executeQuery();
            var uses = new ArrayList<Use>();
            while (rows.next()) {
                uses.add(new Use(
                        rows.getString("operation"),
                        rows.getString("client"),
                        rows.getLong("requests"),
                        rows.getObject("last", LocalDate.class)));
            }
            return uses;
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
}
