package dev.covenant.delivery.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;
import dev.covenant.devstack.cli.Covenant;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;

/** Runs {@code ./covenant} as a process of its own, as people and pipelines do, so that it can be killed. */
final class Deployer {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Map<String, String> environment;
    private final Path logs;
    private final Lifetime lifetime;
    private int runs;

    /**
     * @param environment names the registry
     * @param lifetime of the rehearsal: a deployer ends with it and starts nothing more
     */
    Deployer(Map<String, String> environment, Path logs, Lifetime lifetime) {
        this.environment = environment;
        this.logs = logs;
        this.lifetime = lifetime;
    }

    /** @param said all that it printed */
    record Ended(int status, String said) {}

    Ended run(String... arguments) {
        var process = start(arguments);
        return new Ended(process.await(LIMIT), said(process));
    }

    /**
     * SIGKILL in the middle of a step.
     *
     * @param done how many steps are done then; 0 is before the first
     * @param longer what it has of the next one
     * @return whether it was still running
     */
    boolean runAndKillAfter(int done, Duration longer, String... arguments) {
        var process = start(arguments);
        while (process.isAlive()
                && said(process).lines().filter(line -> line.endsWith(" s")).count() < done) {
            Pause.of(BETWEEN_LOOKS, "a deployer ran");
        }
        Pause.of(longer, "a deployer ran");
        var killed = process.isAlive();
        process.kill();
        return killed;
    }

    private ChildProcess start(String... arguments) {
        runs++;
        var launch = Launch.java(
                "deployer " + runs,
                System.getProperty("java.class.path"),
                Covenant.class.getName(),
                List.of(arguments),
                environment,
                logs.resolve("deployer-%d.log".formatted(runs)));
        return lifetime.start(() -> ChildProcess.start(launch));
    }

    private static String said(ChildProcess process) {
        try {
            return Files.readString(process.log());
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + process.log(), e);
        }
    }
}
