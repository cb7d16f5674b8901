package dev.covenant.acceptance.audit;

import java.nio.file.Path;
import java.util.HashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.liberty.Migrations;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.postgres.ServiceDatabase;
import dev.covenant.devstack.process.Lifetime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A release whose migrations grant to a role that nobody has made yet. */
class MigrationRolesIT {
    @TempDir
    private Path directory;

    @Test
    void saysWhichRoleIsMissingBeforeItChangesAnything() throws Exception {
        var workspace = Workspace.find();
        var service = ServerPackage.of(workspace.build("orders"), workspace.libertyInstall());
        try (var lifetime = new Lifetime();
                var postgres = new PostgresStart(workspace).throwAway(Ports.free())) {
            var database = ServiceDatabase.of("orders");
            postgres.create(database);
            var environment = new HashMap<>(database.environment(postgres.port()));
            environment.putAll(database.ownerEnvironment());
            environment.put("DB_AUDITOR", "nobody");

            assertThatThrownBy(() -> Migrations.run(service, environment, directory.resolve("log"), lifetime))
                    .isInstanceOf(DevstackException.class)
                    .hasMessageContaining("there is no role \"nobody\": create it first");
        }
    }
}
