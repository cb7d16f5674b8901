package dev.covenant.devstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.process.LogTail;

/**
 * A data directory and how a server is started on it, as often as it takes.
 *
 * @param builder with every setting but the superuser's password
 * @param kept whether the data outlives its use
 */
record Installation(
        EmbeddedPostgres.Builder builder,
        int port,
        Path binaries,
        Path data,
        Path log,
        String superuserPassword,
        boolean kept) {

    /** Makes the data directory when there is none. */
    EmbeddedPostgres start() {
        Path passwordFile = null;
        try {
            Files.createDirectories(log.getParent());
            passwordFile = privateFile(superuserPassword);
            // These "locale" settings reach initdb as --name=value, which is the only way to hand it a password.
            builder.setLocaleConfig("pwfile", passwordFile.toString()).setConnectConfig("password", superuserPassword);
            var server = builder.start();
            // zonky lets everybody write where the programs are.
            Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
            return server;
        } catch (IOException | RuntimeException e) {
            // It may run and not let us in; zonky then gives up without stopping it.
            new Postmaster(data).stop();
            throw new DevstackException(
                    "PostgreSQL did not start: %s%n%s".formatted(e.getMessage(), LogTail.of(log)), e);
        } finally {
            deleteIfThere(passwordFile);
        }
    }

    /** Deletes what is not to be kept. No server runs on it any more. */
    void discard() {
        if (!kept) {
            Directories.delete(data);
            deleteIfThere(log);
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
