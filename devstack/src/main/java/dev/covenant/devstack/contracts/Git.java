package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;

/** Git in one checkout. */
public record Git(Path root) {

    /**
     * What a command prints, without blanks around it.
     *
     * @throws DevstackException with what git says when it refuses
     */
    public String read(String... arguments) {
        try {
            var said = run(arguments);
            if (said.status() != 0) {
                throw new DevstackException("git %s: %s".formatted(String.join(" ", arguments), said.text()));
            }
            return said.text();
        } catch (IOException e) {
            throw new DevstackException("Cannot run git: " + e.getMessage(), e);
        }
    }

    /** What a command prints, without blanks around it; empty when git refuses, or is not installed. */
    public Optional<String> ask(String... arguments) {
        try {
            return Optional.of(run(arguments))
                    .filter(said -> said.status() == 0)
                    .map(Said::text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Said run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var git = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        git.getOutputStream().close();
        var text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return new Said(git.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while git ran", e);
        }
    }

    private record Said(int status, String text) {}
}
