package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;

/**
 * A program that is run to its end for what it prints.
 *
 * @param command without what differs from one run to the next
 * @param directory it runs in
 */
public record Program(List<String> command, Path directory) {

    /**
     * @param status 0 when all is well
     * @param answer what it prints
     * @param complaint what it says beside its answer: warnings, and why it refuses
     */
    public record Said(int status, String answer, String complaint) {}

    /**
     * Runs it.
     *
     * @param input what it reads
     * @throws DevstackException when it cannot be started
     */
    public Said run(String input, List<String> arguments) {
        var name = command.getFirst();
        try {
            // Into a file: whoever reads one pipe after the other may wait for ever.
            var complaint = Files.createTempFile("program", ".err");
            try {
                var running = new ProcessBuilder(Stream.concat(command.stream(), arguments.stream())
                                .toList())
                        .directory(directory.toFile())
                        .redirectError(complaint.toFile())
                        .start();
                try (var in = running.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
                var answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Said(
                        running.waitFor(), answer, Files.readString(complaint).strip());
            } finally {
                Files.delete(complaint);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot run %s: %s".formatted(name, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while %s ran".formatted(name), e);
        }
    }
}
