package dev.covenant.chaos.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.Lifetime;

/** What is committed here, cloned elsewhere for as long as it is needed. What the build unpacks once is shared. */
final class Clone implements AutoCloseable {
    /** What runs in it stops its own stack when it is told to end. */
    private static final Duration GRACE = Duration.ofSeconds(90);

    private final Path root;
    private final Path log;
    private final Lifetime lifetime = new Lifetime();

    private Clone(Path root, Path log) {
        this.root = root;
        this.log = log;
        lifetime.own(() -> Directories.delete(root));
    }

    static Clone of(Workspace workspace) {
        try {
            var logs = Files.createDirectories(workspace.kept().resolve("chaos-planted"));
            var root = Files.createTempDirectory("covenant-planted-");
            var clone = new Clone(root, logs.resolve("clone.log"));
            clone.require(List.of("git", "clone", "-q", workspace.root().toString(), "."));
            Files.createDirectories(root.resolve(".covenant"));
            for (var shared :
                    List.of(workspace.libertyInstall(), workspace.kept().resolve("postgresql"))) {
                if (Files.exists(shared)) {
                    Files.createSymbolicLink(root.resolve(".covenant").resolve(shared.getFileName()), shared);
                }
            }
            return clone;
        } catch (IOException e) {
            throw new DevstackException("Cannot make a clone: " + e.getMessage(), e);
        }
    }

    /** Builds what is not built. */
    void build() {
        require(List.of("./covenant", "chaos", "--list"));
    }

    void plant(Plant plant) {
        require(List.of("git", "apply", plant.patch().toAbsolutePath().toString()));
    }

    void clean() {
        require(List.of("git", "checkout", "-q", "."));
    }

    /** Runs chaos and answers its exit code. What it says goes to {@code log}. */
    int chaos(List<String> arguments, Path log) {
        var command = new ArrayList<>(List.of("./covenant", "chaos"));
        command.addAll(arguments);
        return run(command, log);
    }

    private void require(List<String> command) {
        if (run(command, log) != 0) {
            throw new DevstackException("%s failed in %s; see %s".formatted(String.join(" ", command), root, log));
        }
    }

    private int run(List<String> command, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try (var running = lifetime.start(() -> Running.start(builder))) {
            var status = running.await();
            if (lifetime.endsWithJvm()) {
                throw new DevstackException("Stopped.");
            }
            return status;
        }
    }

    /** With all that it has started; Ctrl-C reaches these too, "kill" would reach us alone. */
    private record Running(Process process) implements AutoCloseable {

        static Running start(ProcessBuilder builder) {
            try {
                return new Running(builder.start());
            } catch (IOException e) {
                throw new DevstackException("Cannot run %s: %s".formatted(builder.command(), e.getMessage()), e);
            }
        }

        int await() {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DevstackException("Interrupted", e);
            }
        }

        @Override
        public void close() {
            var all = new ArrayList<>(List.of(process.toHandle()));
            process.descendants().forEach(all::add);
            Ending.end(all, GRACE);
        }
    }

    @Override
    public void close() {
        lifetime.close();
    }
}
