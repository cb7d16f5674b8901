package dev.covenant.chaos.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;

/** What is committed here, cloned elsewhere for as long as it is needed. What the build unpacks once is shared. */
final class Clone implements AutoCloseable {
    private final Path root;

    private Clone(Path root) {
        this.root = root;
    }

    static Clone of(Workspace workspace) {
        try {
            var root = Files.createTempDirectory("covenant-planted-");
            var clone = new Clone(root);
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
        var log = root.resolveSibling(root.getFileName() + ".log");
        if (run(command, log) != 0) {
            throw new DevstackException("%s failed in %s; see %s".formatted(String.join(" ", command), root, log));
        }
    }

    private int run(List<String> command, Path log) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // Ctrl-C reaches it too; "kill" would reach us alone, and leave its stack running.
            var atExit = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(atExit);
            var status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
            return status;
        } catch (IOException e) {
            throw new DevstackException("Cannot run %s: %s".formatted(command, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        Directories.delete(root);
    }
}
