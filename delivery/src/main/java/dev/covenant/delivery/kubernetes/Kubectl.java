package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;

/**
 * The command, in the context that its configuration names.
 *
 * @param program its name or path
 */
public record Kubectl(String program) {

    /**
     * Runs it to its end and answers what it prints.
     *
     * @param input what it reads
     * @throws DevstackException with what it said when it fails
     */
    String run(String input, String... arguments) {
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        try {
            var kubectl = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = kubectl.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new DevstackException("kubectl %s: %s".formatted(String.join(" ", arguments), said.strip()));
            }
            return said;
        } catch (IOException e) {
            throw new DevstackException("Cannot run %s: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while kubectl ran", e);
        }
    }
}
