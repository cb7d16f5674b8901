package dev.covenant.orders.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

import dev.covenant.devstack.postgres.Postgres;
import dev.covenant.devstack.postgres.ServiceDatabase;
import dev.covenant.devstack.process.Lifetime;

/**
 * The service's own database without its server: for tests that call the classes which write to it, and say themselves when a
 * transaction begins and ends. One connection, as the role that the service uses.
 */
public final class OrdersDatabase {
    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTY = Logger.getLogger("org.flywaydb");

    static {
        CHATTY.setLevel(Level.WARNING);
    }

    private final Connection connection;

    private OrdersDatabase(Connection connection) {
        this.connection = connection;
    }

    /** One of its own for whoever asks, so that several go on side by side. It ends with the lifetime. */
    public static OrdersDatabase in(Postgres postgres, Lifetime lifetime, String name) {
        var database = ServiceDatabase.of(name);
        postgres.create(database);
        Flyway.configure()
                .dataSource(postgres.dataSource(name, database.owner(), database.ownerPassword()))
                .placeholders(Map.of("runtime", database.runtime(), "auditor", database.auditor()))
                .load()
                .migrate();
        try {
            var runtime = postgres.dataSource(name, database.runtime(), database.runtimePassword());
            return new OrdersDatabase(lifetime.own(runtime.getConnection()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All on the one connection: outside of a transaction each statement is one of its own. */
    public Jdbi jdbi() {
        return Jdbi.create(new ConnectionFactory() {
                    @Override
                    public Connection openConnection() {
                        return connection;
                    }

                    @Override
                    public void closeConnection(Connection ours) {
                        // It stays open for the next statement.
                    }
                })
                .installPlugin(new PostgresPlugin());
    }

    /** Committed, unless it throws. */
    public <T> T transaction(Supplier<T> work) {
        return transaction(work, true);
    }

    /** As when the process dies just before it commits. */
    public void transactionThatIsNeverCommitted(Supplier<?> work) {
        transaction(work, false);
    }

    private <T> T transaction(Supplier<T> work, boolean commit) {
        try {
            connection.setAutoCommit(false);
            var committed = false;
            try {
                var result = work.get();
                if (commit) {
                    connection.commit();
                    committed = true;
                }
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
