package dev.covenant.devstack.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A provider for one test class, with an empty database of its own on one PostgreSQL that all classes share. */
final class RunningProvider implements BeforeAllCallback, AfterAllCallback {

    static final String KEY = "key-of-the-tests";
    static final Duration SILENCE = Duration.ofMillis(200);

    private EmbeddedPostgres postgres;
    private ProviderConfig.Database database;
    private SimulatedProvider provider;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        postgres = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(EmbeddedPostgres.class, _ -> startPostgres(), EmbeddedPostgres.class);
        String name = "provider_" + UUID.randomUUID().toString().replace('-', '_');
        run("postgres", "CREATE DATABASE " + name);
        database = new ProviderConfig.Database("localhost", postgres.getPort(), name, "postgres", "");
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
        try (Connection connection = connect(database.name());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void run(String sql) throws SQLException {
        run(database.name(), sql);
    }

    /** Ends the provider's connections and lets nobody make new ones. */
    void shutDatabase() throws SQLException {
        run("postgres", "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(database.name()));
        run(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(database.name()));
    }

    void openDatabase() throws SQLException {
        run("postgres", "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(database.name()));
    }

    private void run(String name, String sql) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String name) throws SQLException {
        return postgres.getDatabase("postgres", name).getConnection();
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
