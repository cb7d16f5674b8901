package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.LogTail;

/** Pact's own command line, fetched by npm into the checkout at its first use. */
public final class PactProgram {
    private static final String PACKAGE = "@pact-foundation/pact-cli@18.1.2";

    private final Path home;
    private final Path log;

    private PactProgram(Path home, Path log) {
        this.home = home;
        this.log = log;
    }

    /** @throws DevstackException saying what to do when npm cannot fetch it */
    public static Path in(Workspace workspace) {
        var kept = workspace.kept();
        return new PactProgram(kept.resolve("programs/pact-cli"), kept.resolve("pact-cli-download.log")).path();
    }

    private Path path() {
        var program = home.resolve("node_modules/.bin/pact");
        try {
            Files.createDirectories(home);
            // One fetches, the others that came meanwhile wait for it.
            try (var channel = FileChannel.open(
                            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.isExecutable(program)) {
                    fetch();
                }
            }
            return program;
        } catch (IOException e) {
            throw new DevstackException("Cannot write in " + home + ": " + e.getMessage(), e);
        }
    }

    private void fetch() {
        try {
            var npm = new ProcessBuilder(
                            "npm", "install", "--prefix", home.toString(), "--no-audit", "--no-fund", PACKAGE)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (npm.waitFor() != 0) {
                throw new DevstackException("npm cannot fetch %s. %s".formatted(PACKAGE, LogTail.of(log)));
            }
        } catch (IOException noNpm) {
            throw new DevstackException(
                    "Pact's command line comes from npm, which is not here: install Node.js 16 or newer (Debian: apt-get install npm)"
                            + " and run this again.",
                    noNpm);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while npm ran", e);
        }
    }
}
