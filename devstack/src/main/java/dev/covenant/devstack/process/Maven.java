package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;

/** The project's Maven wrapper, on the JDK that runs this. */
public final class Maven {
    private final Workspace workspace;

    public Maven(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Not started yet. */
    public ProcessBuilder command(String... arguments) {
        var command = new ArrayList<>(List.of(workspace.root().resolve("mvnw").toString(), "-B"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(workspace.root().toFile());
        builder.environment().put("JAVA_HOME", Launch.javaHome().toString());
        return builder;
    }

    /**
     * Runs it quietly to its end.
     *
     * @throws DevstackException with the end of its output when it fails
     */
    public void run(Path log, String... arguments) {
        try {
            Files.createDirectories(log.getParent());
            var process = command(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new DevstackException("The build failed. " + LogTail.of(log));
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot run ./mvnw: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while building", e);
        }
    }
}
