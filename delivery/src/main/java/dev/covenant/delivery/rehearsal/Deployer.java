package dev.covenant.delivery.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.cli.Covenant;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;

/** Runs {@code ./covenant} as a process of its own, as people and pipelines do, so that it can be killed. */
final class Deployer {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Map<String, String> environment;
    private final Path logs;
    private int runs;

    /** @param environment names the registry */
    Deployer(Map<String, String> environment, Path logs) {
        this.environment = environment;
        this.logs = logs;
    }

    /** @param said all that it printed */
    record Ended(int status, String said) {}

    Ended run(String... arguments) {
        var process = start(arguments);
        return new Ended(process.await(LIMIT), said(process));
    }

    /**
     * SIGKILL as soon as so many steps are done; 0 is before the first.
     *
     * @return whether it was still running
     */
    boolean runAndKillAfter(int steps, String... arguments) {
        var process = start(arguments);
        while (process.isAlive()
                && said(process).lines().filter(line -> line.endsWith(" s")).count() < steps) {
            pause();
        }
        var killed = process.isAlive();
        process.kill();
        return killed;
    }

    private ChildProcess start(String... arguments) {
        runs++;
        return ChildProcess.start(Launch.java(
                "deployer " + runs,
                System.getProperty("java.class.path"),
                Covenant.class.getName(),
                new ArrayList<>(List.of(arguments)),
                environment,
                logs.resolve("deployer-%d.log".formatted(runs))));
    }

    private static String said(ChildProcess process) {
        try {
            return Files.readString(process.log());
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + process.log(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }
}
