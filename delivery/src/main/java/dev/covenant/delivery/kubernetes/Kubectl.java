package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
            // Warnings are no part of what it renders.
            var complaint = Files.createTempFile("kubectl", ".err");
            try {
                var kubectl = new ProcessBuilder(command)
                        .redirectError(complaint.toFile())
                        .start();
                try (var in = kubectl.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
                var said = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (kubectl.waitFor() != 0) {
                    throw new DevstackException("kubectl %s: %s %s"
                            .formatted(
                                    String.join(" ", arguments),
                                    said.strip(),
                                    Files.readString(complaint).strip()));
                }
                return said;
            } finally {
                Files.delete(complaint);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot run %s: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while kubectl ran", e);
        }
    }
}
