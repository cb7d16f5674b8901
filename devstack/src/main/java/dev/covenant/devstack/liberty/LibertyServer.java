package dev.covenant.devstack.liberty;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Readiness;

/**
 * One Liberty server as a process. It runs a copy of its package, so that a rebuild disturbs nothing and several replicas
 * can run side by side. It may be started again after it was stopped or killed, at the same address. Used by one thread
 * at a time.
 */
public final class LibertyServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final ServerPackage service;
    private final ServerSettings settings;
    private ChildProcess process;

    /** Copies the package over what an earlier server left in its directory; starts nothing. */
    public LibertyServer(ServerPackage service, ServerSettings settings) {
        this.service = service;
        this.settings = settings;
        Directories.delete(settings.run());
        Directories.copy(service.user(), settings.run().resolve("usr"));
    }

    /** Starts the process and returns at once; {@link #awaitReady()} follows. */
    public LibertyServer start() {
        if (isAlive()) {
            throw new IllegalStateException(this + " runs already");
        }
        var command = List.of(service.install().resolve("bin/server").toString(), "run", service.name());
        process = ChildProcess.start(new Launch(service.name(), command, environment(), console()));
        return this;
    }

    /**
     * Returns when /health/ready says UP.
     *
     * @throws DevstackException with the end of its log when it ends before, its application fails, or 120 s have passed
     */
    public LibertyServer awaitReady() {
        try {
            Readiness.await(process, baseUri().resolve("health/ready"), START_LIMIT, this::applicationFailed);
            return this;
        } catch (DevstackException e) {
            throw explained(e);
        }
    }

    /** Ends with a slash; the API is below it. */
    public URI baseUri() {
        return URI.create(settings.uri());
    }

    public String name() {
        return service.name();
    }

    /** All that the server has said; Liberty's own logs are beside it. */
    public Path console() {
        return settings.run().resolve("console.log");
    }

    /** The process, for faults on purpose: kill it, let it stand still. */
    public ChildProcess process() {
        return process;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Asks it to stop without waiting, so that several stop at the same time; {@link #close()} then waits. */
    public void requestStop() {
        if (process != null) {
            process.requestStop();
        }
    }

    /** Lets requests in flight finish, at most 15 s. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private boolean applicationFailed() {
        return LibertyErrors.in(console()).nameTheApplication();
    }

    /** Its errors tell more than the end of its log does. */
    private DevstackException explained(DevstackException failure) {
        var errors = LibertyErrors.in(console()).messages();
        var what =
                errors.isEmpty() ? failure.getMessage() : this + " does not start:\n  " + String.join("\n  ", errors);
        var logs = settings.run().resolve("output").resolve(service.name()).resolve("logs");
        return new DevstackException("%s%nMore in %s and %s".formatted(what, console(), logs), failure);
    }

    private Map<String, String> environment() {
        var environment = settings.whole();
        environment.put("JAVA_HOME", Launch.javaHome().toString());
        environment.put("WLP_USER_DIR", settings.run().resolve("usr").toString());
        environment.put("WLP_OUTPUT_DIR", settings.run().resolve("output").toString());
        environment.put("JVM_ARGS", settings.jvm());
        return environment;
    }

    @Override
    public String toString() {
        return service.name() + " at " + baseUri();
    }
}
