package dev.covenant.delivery.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.covenant.delivery.holds.Hold;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Git;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.LogTail;
import dev.covenant.devstack.process.ProcessRecord;

/** A commit, checked out beside the tree that people work in, for one build at a time. */
public final class Tree implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    /** What Maven and its wrapper are told by whoever builds. */
    private static final List<String> PASSED_ON = List.of("MAVEN_OPTS", "MVNW_HOME", "MVNW_REPOURL");

    private final Workspace files;
    private final Workspace owner;
    private final String commit;
    private final Path process;
    private final Hold hold;

    /**
     * @param files of the commit
     * @param owner the tree that it was made from, which keeps Liberty for all
     * @param process where to write down who works in it
     * @param hold closed with it
     */
    Tree(Workspace files, Workspace owner, String commit, Path process, Hold hold) {
        this.files = files;
        this.owner = owner;
        this.commit = commit;
        this.process = process;
        this.hold = hold;
    }

    public Workspace files() {
        return files;
    }

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
            var maven = lifetime.start(() -> ChildProcess.start(launch));
            new ProcessRecord(maven.pid(), maven.startedAt()).write(process);
            if (maven.await(limit) != 0) {
                throw new DevstackException("%s %s".formatted(failure, LogTail.of(log)));
            }
        }
    }

    /** @throws DevstackException when it is another commit by now, or has other files: what was made of it may be of neither */
    public void requireAsCommitted() {
        var git = new Git(files.root());
        var head = git.read("rev-parse", "HEAD");
        var others = git.read("status", "--porcelain");
        if (!head.equals(commit) || !others.isEmpty()) {
            throw new DevstackException("%s is not %s any more, somebody has been there: %s %s"
                    .formatted(files.root(), commit, head, others));
        }
    }

    /** Maven lives on when whoever started it is killed. */
    static void end(Path process) {
        var left = ProcessRecord.read(process).flatMap(ProcessRecord::find);
        left.ifPresent(maven ->
                Ending.end(Stream.concat(maven.descendants(), Stream.of(maven)).toList(), END_LIMIT));
    }

    @Override
    public void close() {
        hold.close();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", Launch.javaHome().toString());
        PASSED_ON.forEach(
                name -> Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value)));
        return environment;
    }
}
