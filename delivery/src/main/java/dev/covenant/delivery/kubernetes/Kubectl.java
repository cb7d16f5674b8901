package dev.covenant.delivery.kubernetes;

import java.nio.file.Path;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Program;

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
        var said = new Program(List.of(program), Path.of(".")).run(input, List.of(arguments));
        if (said.status() != 0) {
            throw new DevstackException("kubectl %s: %s %s"
                    .formatted(String.join(" ", arguments), said.answer().strip(), said.complaint()));
        }
        // Warnings are no part of what it renders.
        return said.answer();
    }
}
