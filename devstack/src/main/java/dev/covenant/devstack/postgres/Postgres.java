package dev.covenant.devstack.postgres;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

import dev.covenant.devstack.DevstackException;

/** A running PostgreSQL on 127.0.0.1. Every role, the superuser too, needs its password. */
public final class Postgres implements AutoCloseable {
    /** Its only address. */
    public static final String HOST = "127.0.0.1";

    static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final String superuserPassword;

    Postgres(EmbeddedPostgres server, String superuserPassword) {
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    /** Creates the database and its roles, or gives existing ones these passwords. */
    public void create(ServiceDatabase database) {
        provision(as -> {
            as.role(database.owner(), database.ownerPassword());
            as.role(database.runtime(), database.runtimePassword());
            as.role(database.auditor(), database.auditorPassword());
            as.onlyReads(database.auditor());
            as.database(database.name(), database.owner());
            as.letConnect(database.runtime(), database.name());
            as.letConnect(database.auditor(), database.name());
        });
    }

    /** Creates a database owned by the one role that may open it, or gives an existing role this password. */
    public void create(String name, String ownerPassword) {
        provision(as -> {
            as.role(name, ownerPassword);
            as.database(name, name);
        });
    }

    public int port() {
        return server.getPort();
    }

    /** Opens a new connection for each {@code getConnection()}; there is no pool. */
    public DataSource dataSource(String database, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port()});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Its superuser, for faults on purpose. */
    public DataSource superuser() {
        return dataSource(SUPERUSER, SUPERUSER, superuserPassword);
    }

    /** A fast shutdown: open transactions are rolled back, the data directory needs no recovery. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    void closeToPublic() {
        provision(as -> {
            as.closeToPublic("postgres");
            as.closeToPublic("template1");
        });
    }

    private void provision(Steps steps) {
        try (var connection =
                dataSource(SUPERUSER, SUPERUSER, superuserPassword).getConnection()) {
            steps.run(new Provisioning(connection));
        } catch (SQLException e) {
            throw new DevstackException("PostgreSQL on port %d: %s".formatted(port(), e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL on port " + port();
    }

    private interface Steps {
        void run(Provisioning as) throws SQLException;
    }
}
