package dev.covenant.devstack.liberty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.LogTail;

/** Runs a service's migration command, as its owner and in a process of its own: the same way as before a rollout. */
public final class Migrations {
    private static final String MAIN = "dev.covenant.chassis.migrations.Migrate";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Migrations() {}

    /**
     * Returns when the schema is up to date.
     *
     * @param environment the DB_ variables, the owner's too
     * @param lifetime ends the command early when it ends
     * @throws DevstackException with the end of its log when it fails
     */
    public static void run(ServerPackage service, Map<String, String> environment, Path log, Lifetime lifetime) {
        var name = "migrations of " + service.name();
        var launch = Launch.java(name, service.classpath(), MAIN, List.of(), environment, log);
        var command = lifetime.start(() -> ChildProcess.start(launch));
        var status = command.await(LIMIT);
        if (status != 0) {
            throw new DevstackException("The %s ended with status %d. %s".formatted(name, status, LogTail.of(log)));
        }
    }
}
