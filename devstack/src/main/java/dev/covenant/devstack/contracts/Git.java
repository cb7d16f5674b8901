package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;

/** Git in one checkout. */
public record Git(Path root) {

    /**
     * What a command prints, without blanks around it.
     *
     * @throws DevstackException with what git says when it refuses
     */
    public String read(String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            var git = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            git.getOutputStream().close();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (git.waitFor() != 0) {
                throw new DevstackException("git %s: %s".formatted(String.join(" ", arguments), said));
            }
            return said;
        } catch (IOException e) {
            throw new DevstackException("Cannot run git: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while git ran", e);
        }
    }
}
