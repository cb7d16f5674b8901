package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.LogTail;

/** Pact's own command line, fetched by npm into the checkout at its first use. */
final class PactCli {
    private static final String PACKAGE = "@pact-foundation/pact-cli";
    private static final String VERSION = "18.1.2";

    private final Path home;
    private final Path log;
    private final RegistryAddress registry;

    PactCli(Workspace workspace, RegistryAddress registry) {
        this.home = workspace.kept().resolve("programs/pact-cli-" + VERSION);
        this.log = workspace.kept().resolve("pact-cli-download.log");
        this.registry = registry;
    }

    /**
     * Runs {@code pact broker ...}.
     *
     * @param out gets all that it prints
     * @return its exit status: 0 for yes or done, 1 for no
     */
    int run(List<String> arguments, PrintWriter out) {
        var command = new ArrayList<>(List.of(program().toString(), "broker"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Redirect.from(nothing()));
        registry.give(builder);
        // With its default of eight, a registry that is away costs minutes.
        builder.environment().put("PACT_BROKER_HTTP_RETRIES", "2");
        builder.environment().put("NO_COLOR", "1");
        try {
            var process = builder.start();
            try (var said = process.inputReader(StandardCharsets.UTF_8)) {
                said.lines().forEach(out::println);
            }
            out.flush();
            return process.waitFor();
        } catch (IOException e) {
            throw new DevstackException("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while " + PACKAGE + " ran", e);
        }
    }

    private Path program() {
        var program = home.resolve("node_modules/.bin/pact");
        if (!Files.isExecutable(program)) {
            fetch();
        }
        return program;
    }

    private void fetch() {
        try {
            Files.createDirectories(home);
            var npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--prefix",
                            home.toString(),
                            "--no-audit",
                            "--no-fund",
                            PACKAGE + "@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (npm.waitFor() != 0) {
                throw new DevstackException("npm cannot fetch %s %s. %s".formatted(PACKAGE, VERSION, LogTail.of(log)));
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

    private static java.io.File nothing() {
        return Path.of("/dev/null").toFile();
    }
}
