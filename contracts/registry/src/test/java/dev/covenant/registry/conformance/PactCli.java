package dev.covenant.registry.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.PactProgram;
import dev.covenant.devstack.testing.ServerUnderTest;

/**
 * The official command line, {@code pact broker}, as pipelines use it. It comes from npm, once, into {@code .covenant}; where it cannot
 * be had, whoever needs it is skipped with a message.
 */
record PactCli(Path program, ServerUnderTest server) {
    private static final int UNFINISHED = -1;
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(20);

    static PactCli of(ServerUnderTest server) {
        try {
            return new PactCli(PactProgram.in(Workspace.find()), server);
        } catch (DevstackException e) {
            return Assumptions.abort("Skipped: " + e.getMessage());
        }
    }

    /** Runs {@code pact broker} with these words. */
    Ran broker(String... words) {
        var command = new ArrayList<>(List.of(program.toString(), "broker"));
        command.addAll(List.of(words));
        var registry = Map.of(
                "PACT_BROKER_BASE_URL", server.baseUri().toString(),
                "PACT_BROKER_USERNAME", "keeper",
                "PACT_BROKER_PASSWORD", "all",
                "PACT_DO_NOT_TRACK", "true");
        try {
            return run(command, registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ran run(List<String> command, Map<String, String> environment) throws IOException {
        var output = Files.createTempFile("pact-cli-", ".txt");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(COMMAND_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Ran(UNFINISHED, "took longer than " + COMMAND_LIMIT + ": " + Files.readString(output));
            }
            return new Ran(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(output);
        }
    }

    /** @param output all that it said, colours left out */
    record Ran(int exit, String output) {
        Ran {
            output = output.replaceAll("\u001B\\[[0-9;]*m", "");
        }
    }
}
