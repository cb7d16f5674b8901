package dev.covenant.devstack.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;

import static org.assertj.core.api.Assertions.assertThat;

class KeptPostgresTest {
    private static final String SUPERUSER_PASSWORD = Secrets.password();

    @TempDir
    Path directory;

    @Test
    void keepsItsDataAndIsDurable() throws Exception {
        try (var first = start();
                var connection = first.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var second = start()) {
            assertThat(value(second, "SELECT answer FROM kept")).isEqualTo("42");
            for (var setting : Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on")
                    .entrySet()) {
                assertThat(value(second, "SHOW " + setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue());
            }
        }
    }

    private Postgres start() {
        return new PostgresStart(Workspace.find())
                .kept(directory.resolve("data"), Ports.free(), SUPERUSER_PASSWORD, directory.resolve("postgresql.log"));
    }

    private static String value(Postgres postgres, String query) throws SQLException {
        try (var connection = postgres.superuser().getConnection();
                var found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
