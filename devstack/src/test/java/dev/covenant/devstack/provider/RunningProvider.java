package dev.covenant.devstack.provider;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.Postgres;
import dev.covenant.devstack.postgres.PostgresStart;

/** A provider for one test class, with an empty database of its own on one PostgreSQL that all classes share. */
final class RunningProvider implements BeforeAllCallback, AfterAllCallback {

    static final String KEY = "key-of-the-tests";
    static final Duration SILENCE = Duration.ofMillis(200);

    private static final String PASSWORD = Secrets.password();

    private Postgres postgres;
    private ProviderConfig.Database database;
    private SimulatedProvider provider;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        postgres = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        Postgres.class,
                        _ -> new PostgresStart(Workspace.find()).throwAway(Ports.free()),
                        Postgres.class);
        String name = "provider_" + UUID.randomUUID().toString().replace('-', '_');
        postgres.create(name, PASSWORD);
        database = new ProviderConfig.Database(Postgres.HOST, postgres.port(), name, name, PASSWORD);
        provider = another(SILENCE);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        provider.close();
    }

    ProviderClient client() {
        return new ProviderClient(provider.uri(), KEY);
    }

    ProviderConfig.Database database() {
        return database;
    }

    /** One more provider on the same books. */
    SimulatedProvider another(Duration silence) throws IOException, SQLException {
        return SimulatedProvider.start(new ProviderConfig("localhost", 0, KEY, database, silence));
    }

    long count(String sql) throws SQLException {
        try (Connection connection = books().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void run(String sql) throws SQLException {
        run(books(), sql);
    }

    /** Ends the provider's connections and lets nobody make new ones. */
    void shutDatabase() throws SQLException {
        run(postgres.superuser(), "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(database.name()));
        run(
                postgres.superuser(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(database.name()));
    }

    void openDatabase() throws SQLException {
        run(postgres.superuser(), "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(database.name()));
    }

    private DataSource books() {
        return postgres.dataSource(database.name(), database.user(), PASSWORD);
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
