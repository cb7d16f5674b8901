package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;

/** Pact's own command line, pointed at a registry. */
final class PactCli {
    private final Workspace workspace;
    private final RegistryAddress registry;

    PactCli(Workspace workspace, RegistryAddress registry) {
        this.workspace = workspace;
        this.registry = registry;
    }

    /**
     * Runs {@code pact broker ...}.
     *
     * @param out gets all that it prints
     * @return its exit status: 0 for yes or done, 1 for no
     */
    int run(List<String> arguments, PrintWriter out) {
        var command = new ArrayList<>(List.of(PactProgram.in(workspace).toString(), "broker"));
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
            throw new DevstackException("Interrupted while Pact's command line ran", e);
        }
    }

    private static java.io.File nothing() {
        return Path.of("/dev/null").toFile();
    }
}
