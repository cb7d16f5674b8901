package dev.covenant.acceptance;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.liberty.Migrations;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.postgres.ServiceDatabase;
import dev.covenant.devstack.process.Lifetime;

import static org.assertj.core.api.Assertions.assertThatNoException;

/** A rollback is a deployment, migrations included, on a database that a later release has migrated. */
class RolledBackMigrationIT {
    @TempDir
    private Path directory;

    @Test
    void aReleaseMigratesOnASchemaThatALaterOneExpanded() throws SQLException {
        var workspace = Workspace.find();
        var service = ServerPackage.of(workspace.build("payments"), workspace.libertyInstall());
        try (var lifetime = new Lifetime();
                var postgres = new PostgresStart(workspace).throwAway(Ports.free())) {
            var database = ServiceDatabase.of("payments");
            postgres.create(database);
            var environment = new HashMap<>(database.environment(postgres.port()));
            environment.putAll(database.ownerEnvironment());
            Migrations.run(service, environment, directory.resolve("log"), lifetime);
            migratedByALaterRelease(postgres.dataSource(database.name(), database.owner(), database.ownerPassword()));

            assertThatNoException()
                    .isThrownBy(() -> Migrations.run(service, environment, directory.resolve("log"), lifetime));
        }
    }

    private static void migratedByALaterRelease(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT 9001, '9001', 'of a later release', 'SQL',"
                    + " 'V9001__later.sql', 0, current_user, now(), 0, true");
        }
    }
}
