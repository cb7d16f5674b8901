package dev.covenant.delivery.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;

/**
 * Git on one working tree.
 *
 * @param tree its root
 */
public record Git(Path tree) {

    /**
     * Runs it to its end and answers the lines that it prints.
     *
     * @throws DevstackException with what it said when it fails
     */
    public List<String> run(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", tree.toString()));
        command.addAll(List.of(arguments));
        try {
            var git = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new DevstackException("git %s failed: %s".formatted(String.join(" ", arguments), said.strip()));
            }
            return said.lines().toList();
        } catch (IOException e) {
            throw new DevstackException("Cannot run git: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while git ran", e);
        }
    }
}
