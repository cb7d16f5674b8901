package dev.covenant.devstack.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Program;

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
        return said.answer().strip();
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
        return Optional.of(said.answer().strip()).filter(_ -> said.status() == 0);
    }

    private static DevstackException refused(Program.Said said, String... arguments) {
        return new DevstackException("git %s: %s %s"
                .formatted(String.join(" ", arguments), said.answer().strip(), said.complaint())
                .strip());
    }

    private Program.Said run(String... arguments) {
        return new Program(COMMAND, root).run("", List.of(arguments));
    }
}
