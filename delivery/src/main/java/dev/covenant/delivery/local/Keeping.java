package dev.covenant.delivery.local;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.covenant.delivery.rollout.StandingFiles;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Ending;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.LogTail;
import dev.covenant.devstack.process.ProcessRecord;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.ProcessRecords;
import dev.covenant.devstack.stack.StackLock;

/** Starts and ends an environment from outside: its keeper outlives whoever starts it. */
public final class Keeping {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    /** All replicas end in this time, too. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private static final String DOWN = "environment down";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final LocalEnvironment environment;

    public Keeping(LocalEnvironment environment) {
        this.environment = environment;
    }

    public boolean isUp() {
        return keeper().isPresent();
    }

    /** Returns when it is up; at once when it is already. */
    public void start() {
        if (isUp()) {
            return;
        }
        var launch = Launch.java(
                "keeper of " + environment,
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                List.of(
                        environment.workspace().root().toString(),
                        environment.workspace().kept().toString(),
                        environment.name()),
                Map.of(),
                environment.log());
        var keeper = ChildProcess.start(launch);
        var until = System.nanoTime() + START_LIMIT.toNanos();
        while (!isUp()) {
            if (!keeper.isAlive() || System.nanoTime() > until) {
                keeper.close();
                throw new DevstackException(
                        "The environment %s does not start. %s".formatted(environment, LogTail.of(environment.log())));
            }
            Pause.of(BETWEEN_LOOKS, "an environment started");
        }
    }

    /**
     * Stops everything in it, replicas first; its data stays. Nothing happens when it is not up; one that is just starting is stopped too.
     *
     * @throws DevstackException when somebody deploys to it, saying who
     */
    public void stop() {
        if (!Files.isDirectory(environment.stack().root())) {
            return;
        }
        var standings = new StandingFiles(environment.standings(), Clock.systemUTC());
        // No lifetime owns the holds: this runs when a JVM ends, too, and then none can begin.
        try (var _ = standings.hold(Part.ORDERS, DOWN);
                var _ = standings.hold(Part.INVENTORY, DOWN);
                var _ = standings.hold(Part.PAYMENTS, DOWN)) {
            // It has the lock before it is up.
            Ending.end(StackLock.holder(environment.stack()).stream().toList(), STOP_LIMIT);
            // What a keeper left behind that was killed.
            LocalEnvironment.SERVICES.forEach(
                    service -> LocalTarget.fleet(environment, service).stopAll());
            new EdgeRecord(environment).stop();
            new ProcessRecords(environment.stack()).stopAll();
        }
    }

    private Optional<ProcessHandle> keeper() {
        return ProcessRecord.read(environment.upMark()).flatMap(ProcessRecord::find);
    }
}
