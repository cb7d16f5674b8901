package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;

/** Git in one checkout. */
public record Git(Path root) {

    /** Who builds this tree runs what is in it: that another user owns it, as in a container, is no reason to refuse. */
    private static final List<String> COMMAND = List.of("git", "-c", "safe.directory=*");

    /** As git says it of a question whose answer is no. */
    private static final int NO = 1;

    /**
     * What a command prints, without blanks around it.
     *
     * @throws DevstackException with what git says when it refuses, or is not installed
     */
    public String read(String... arguments) {
        var said = run(arguments);
        if (said.status() != 0) {
            throw refused(said, arguments);
        }
        return said.answer();
    }

    /**
     * The answer to a question that may have none: empty when git says no.
     *
     * @throws DevstackException with what git says when it refuses to look, or is not installed
     */
    public Optional<String> ask(String... arguments) {
        var said = run(arguments);
        if (said.status() > NO) {
            throw refused(said, arguments);
        }
        return Optional.of(said.answer()).filter(_ -> said.status() == 0);
    }

    private static DevstackException refused(Said said, String... arguments) {
        return new DevstackException("git %s: %s %s"
                .formatted(String.join(" ", arguments), said.answer(), said.complaint())
                .strip());
    }

    private Said run(String... arguments) {
        var command = new ArrayList<>(COMMAND);
        command.addAll(List.of(arguments));
        try {
            var complaint = Files.createTempFile("git", ".err");
            try {
                var git = new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectError(complaint.toFile())
                        .start();
                git.getOutputStream().close();
                var answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                return new Said(
                        git.waitFor(), answer, Files.readString(complaint).strip());
            } finally {
                Files.delete(complaint);
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot run git: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while git ran", e);
        }
    }

    /** @param complaint what it says beside its answer: warnings, and why it refuses */
    private record Said(int status, String answer, String complaint) {}
}
