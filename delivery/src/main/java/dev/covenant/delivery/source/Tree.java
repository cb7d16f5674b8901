package dev.covenant.delivery.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.LogTail;

/**
 * A commit, checked out beside the tree that people work in.
 *
 * @param files of the commit
 * @param owner the tree that it was made from, which keeps Liberty for all
 */
public record Tree(Workspace files, Workspace owner) {
    /** What Maven and its wrapper are told by whoever builds. */
    private static final List<String> PASSED_ON = List.of("MAVEN_OPTS", "MVNW_HOME", "MVNW_REPOURL");

    /** The Liberty that the commit names. */
    public Path liberty() {
        return owner.kept().resolve(files.libertyInstall().getFileName());
    }

    /**
     * Runs the commit's own Maven to its end.
     *
     * @param failure what it means when it fails
     * @throws DevstackException then, with the end of the log
     */
    public void maven(String failure, Duration limit, Path log, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                files.root().resolve("mvnw").toString(),
                "-B",
                "-q",
                "-f",
                files.root().toString(),
                "-Dliberty.install=" + liberty()));
        command.addAll(arguments);
        var launch = new Launch("Maven", command, environment(), log);
        try (var lifetime = new Lifetime()) {
            if (lifetime.start(() -> ChildProcess.start(launch)).await(limit) != 0) {
                throw new DevstackException("%s %s".formatted(failure, LogTail.of(log)));
            }
        }
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", Launch.javaHome().toString());
        PASSED_ON.forEach(
                name -> Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value)));
        return environment;
    }
}
