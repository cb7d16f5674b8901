package dev.covenant.devstack.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresIsolationTest {
    private static final ServiceDatabase ORDERS = ServiceDatabase.of("orders");
    private static final ServiceDatabase PAYMENTS = ServiceDatabase.of("payments");
    private static Postgres postgres;

    @BeforeAll
    static void twoServices() {
        postgres = new PostgresStart(Workspace.find()).throwAway(Ports.free());
        postgres.create(ORDERS);
        postgres.create(PAYMENTS);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void ownerAndRuntimeRoleOpenTheirOwnDatabase() throws SQLException {
        try (var owner = open("orders", ORDERS.owner(), ORDERS.ownerPassword());
                var runtime = open("orders", ORDERS.runtime(), ORDERS.runtimePassword())) {
            assertThat(owner.isValid(1)).isTrue();
            assertThat(runtime.isValid(1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "postgres", "template1"})
    void noRoleOpensAnyOtherDatabase(String other) {
        for (var attempt : List.of(
                attempt(other, ORDERS.owner(), ORDERS.ownerPassword()),
                attempt(other, ORDERS.runtime(), ORDERS.runtimePassword()))) {
            assertThatThrownBy(attempt::run).hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void aWrongPasswordIsRefusedEvenOnLoopback() {
        assertThatThrownBy(() -> open("orders", ORDERS.owner(), "guessed"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> open("postgres", Postgres.SUPERUSER, "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theRuntimeRoleCreatesNothing() throws SQLException {
        try (var runtime = open("orders", ORDERS.runtime(), ORDERS.runtimePassword());
                var statement = runtime.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void creatingAgainKeepsTheDataAndTakesTheNewPasswords() throws SQLException {
        postgres.create("provider", "first");
        try (var connection = open("provider", "provider", "first");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
        }
        postgres.create("provider", "second");
        try (var connection = open("provider", "provider", "second");
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT count(*) FROM kept").next())
                    .isTrue();
        }
    }

    private static Attempt attempt(String database, String user, String password) {
        return () -> open(database, user, password).close();
    }

    private static Connection open(String database, String user, String password) throws SQLException {
        return postgres.dataSource(database, user, password).getConnection();
    }

    private interface Attempt {
        void run() throws SQLException;
    }
}
