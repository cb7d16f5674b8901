package dev.covenant.devstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

import dev.covenant.devstack.DevstackException;

/** A running PostgreSQL on 127.0.0.1. Every role, the superuser too, needs its password. */
public final class Postgres implements AutoCloseable {
    /** Its only address. */
    public static final String HOST = "127.0.0.1";

    static final String SUPERUSER = "postgres";

    private final Installation installation;
    private EmbeddedPostgres server;

    Postgres(Installation installation) {
        this.installation = installation;
        this.server = installation.start();
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
        return installation.port();
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
        return dataSource(SUPERUSER, SUPERUSER, installation.superuserPassword());
    }

    /**
     * SIGKILL to all of its processes at once, as a crash would end them. What was committed is there again after
     * {@link #restart()}, in a throw-away too.
     */
    public synchronized void kill() {
        new Postmaster(installation.data()).kill();
        close(server);
    }

    /**
     * Starts it again on its data at its port, after a fast shutdown if it still runs. Returns when it has recovered and
     * takes connections; every role has the password it had.
     *
     * @throws DevstackException with the end of its log when it does not start
     */
    public synchronized void restart() {
        stop();
        server = installation.start();
    }

    /** A fast shutdown: open transactions are rolled back, the data directory needs no recovery. */
    @Override
    public synchronized void close() {
        stop();
        installation.discard();
    }

    /** The one that takes connections, if it runs; all others of this PostgreSQL are its children. */
    public Optional<ProcessHandle> process() {
        return new Postmaster(installation.data()).find();
    }

    Path data() {
        return installation.data();
    }

    void closeToPublic() {
        provision(as -> {
            as.closeToPublic("postgres");
            as.closeToPublic("template1");
        });
    }

    private void stop() {
        close(server);
        // In case that gave up: it waits for 5 s.
        new Postmaster(installation.data()).stop();
    }

    /** A fast shutdown by pg_ctl, if it still runs; lets go of zonky's lock on the data directory in any case. */
    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void provision(Steps steps) {
        try (var connection = superuser().getConnection()) {
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
