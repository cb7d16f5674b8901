package dev.covenant.devstack.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.Workspace;

/** Starts PostgreSQL in one of two ways; works as root and as an ordinary user. The caller closes what it gets. */
public final class PostgresStart {
    /** Three services with a pool of 10, twice while replicas are swapped, and room for migrations and people. */
    private static final String MAX_CONNECTIONS = "100";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD_FOR_ALL = """
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTY = Logger.getLogger("io.zonky.test.db.postgres");

    static {
        // What goes wrong reaches us as exceptions; that it cannot stop a server that was killed is no news.
        CHATTY.setLevel(Level.OFF);
    }

    private final Path binaries;

    /** Unpacks the server's programs, some 50 MB, below {@code workspace} on first use. */
    public PostgresStart(Workspace workspace) {
        this.binaries = workspace.kept().resolve("postgresql");
    }

    /**
     * For tests: an empty one; closing deletes its data. What was committed survives a crash of its processes, since it is
     * with the kernel before the commit is answered, but not one of the machine: that takes fsync, which is slow.
     */
    public Postgres throwAway(int port) {
        var data = temporaryDirectory();
        var log = data.resolveSibling(data.getFileName() + ".log");
        var builder = builder(port, data, log).setServerConfig("full_page_writes", "off");
        return start(new Installation(builder, port, binaries, data, log, Secrets.password(), false));
    }

    /**
     * For the local stack: data stays in {@code data}, what was committed survives a crash. A server that a killed
     * process left behind on that directory must have been stopped before.
     */
    public Postgres kept(Path data, int port, String superuserPassword, Path log) {
        var builder = builder(port, data, log)
                // zonky starts PostgreSQL with -F; these come after it and win.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on");
        return start(new Installation(builder, port, binaries, data, log, superuserPassword, true));
    }

    private EmbeddedPostgres.Builder builder(int port, Path data, Path log) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                // Whether data goes is not for zonky to decide: it would go with the first server that is killed.
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setPGStartupWait(START_LIMIT)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", Postgres.HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", MAX_CONNECTIONS)
                .setServerConfig("synchronous_commit", "on")
                // The same order and case rules on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setDataDirectoryCustomizer(PostgresStart::askEverybodyForPassword);
    }

    private static Postgres start(Installation installation) {
        var postgres = new Postgres(installation);
        try {
            postgres.closeToPublic();
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static void askEverybodyForPassword(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), PASSWORD_FOR_ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("covenant-postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
