package dev.covenant.devstack.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.LogTail;

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
        CHATTY.setLevel(Level.WARNING);
    }

    private final Path binaries;

    /** Unpacks the server's programs, some 50 MB, below {@code workspace} on first use. */
    public PostgresStart(Workspace workspace) {
        this.binaries = workspace.kept().resolve("postgresql");
    }

    /** For tests: an empty one, quick because nothing survives a crash of the machine; closing deletes its data. */
    public Postgres throwAway(int port) {
        var data = temporaryDirectory();
        var log = data.resolveSibling(data.getFileName() + ".log");
        log.toFile().deleteOnExit();
        var builder = builder(port, data, log).setCleanDataDirectory(true).setServerConfig("full_page_writes", "off");
        return start(builder, data, Secrets.password(), log);
    }

    /**
     * For the local stack: data stays in {@code data}, what was committed survives a crash. A server that a killed
     * process left behind on that directory must have been stopped before.
     */
    public Postgres kept(Path data, int port, String superuserPassword, Path log) {
        var builder = builder(port, data, log)
                .setCleanDataDirectory(false)
                // zonky starts PostgreSQL with -F; these come after it and win.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        return start(builder, data, superuserPassword, log);
    }

    private EmbeddedPostgres.Builder builder(int port, Path data, Path log) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setPGStartupWait(START_LIMIT)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", Postgres.HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", MAX_CONNECTIONS)
                // The same order and case rules on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setDataDirectoryCustomizer(PostgresStart::askEverybodyForPassword);
    }

    private Postgres start(EmbeddedPostgres.Builder builder, Path data, String superuserPassword, Path log) {
        Path passwordFile = null;
        try {
            Files.createDirectories(log.getParent());
            passwordFile = privateFile(superuserPassword);
            // These "locale" settings reach initdb as --name=value, which is the only way to hand it a password.
            builder.setLocaleConfig("pwfile", passwordFile.toString()).setConnectConfig("password", superuserPassword);
            var postgres = new Postgres(builder.start(), superuserPassword);
            // zonky lets everybody write where the programs are.
            Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
            postgres.closeToPublic();
            return postgres;
        } catch (IOException | RuntimeException e) {
            // It may run and not let us in; zonky then gives up without stopping it.
            new Postmaster(data).stop();
            throw new DevstackException(
                    "PostgreSQL did not start: %s%n%s".formatted(e.getMessage(), LogTail.of(log)), e);
        } finally {
            deleteIfThere(passwordFile);
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

    private static Path privateFile(String content) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(Files.createTempFile("covenant-", ".password", ownerOnly), content);
    }

    private static void deleteIfThere(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
