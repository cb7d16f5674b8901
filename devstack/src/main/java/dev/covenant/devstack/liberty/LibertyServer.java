package dev.covenant.devstack.liberty;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Readiness;
import dev.covenant.devstack.process.Server;

/**
 * One Liberty server as a process. It runs a copy of its package, so that a rebuild disturbs nothing and several replicas
 * can run side by side.
 */
public final class LibertyServer implements Server {
    /** About 10 s on an idle machine; what cannot start says so earlier. */
    private static final Duration START_LIMIT = Duration.ofSeconds(240);

    private static final Map<Path, LibertyServer> BY_DIRECTORY = new ConcurrentHashMap<>();

    private final ServerPackage service;
    private final ServerSettings settings;
    private ChildProcess process;
    private long saidBefore;
    private boolean wasReady;

    /**
     * Copies the package over what an earlier server left in its directory; starts nothing.
     *
     * @throws IllegalStateException when another server of this JVM runs there: without its files it would go on for a while and then
     *     leave requests unanswered
     */
    public LibertyServer(ServerPackage service, ServerSettings settings) {
        this.service = service;
        this.settings = settings;
        BY_DIRECTORY.merge(settings.run(), this, LibertyServer::inheritedBy);
        Directories.delete(settings.run());
        Directories.copy(service.user(), settings.run().resolve("usr"));
        service.firstStart().ifPresent(first -> first.giveTo(output()));
    }

    @Override
    public LibertyServer start() {
        if (isAlive()) {
            throw new IllegalStateException(this + " runs already");
        }
        // Zero when there is no such file yet.
        saidBefore = console().toFile().length();
        wasReady = false;
        var command = List.of(service.install().resolve("bin/server").toString(), "run", service.name());
        process = ChildProcess.start(new Launch(service.name(), command, environment(), console()));
        return this;
    }

    /**
     * Returns when /health/ready says UP.
     *
     * @throws DevstackException with the end of its log when it ends before, its application fails, or 240 s have passed
     */
    @Override
    public LibertyServer awaitReady() {
        try {
            Readiness.await(process, baseUri().resolve("health/ready"), START_LIMIT, this::applicationFailed);
            service.firstStart().ifPresent(first -> first.ready(output()));
            wasReady = true;
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

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        Server.super.close();
        if (wasReady && process.heededRequest()) {
            service.firstStart().ifPresent(first -> first.stopped(output()));
        }
    }

    private LibertyServer inheritedBy(LibertyServer next) {
        if (isAlive()) {
            throw new IllegalStateException("%s runs in %s".formatted(this, settings.run()));
        }
        return next;
    }

    /** Whether it said since it was started that its application cannot: it then never gets ready. */
    public boolean applicationFailed() {
        return LibertyErrors.in(console(), saidBefore).nameTheApplication();
    }

    /** Its errors tell more than the end of its log does. */
    private DevstackException explained(DevstackException failure) {
        var errors = LibertyErrors.in(console(), saidBefore).messages();
        var what =
                errors.isEmpty() ? failure.getMessage() : this + " does not start:\n  " + String.join("\n  ", errors);
        return new DevstackException(
                "%s%nMore in %s and %s".formatted(what, console(), output().resolve("logs")), failure);
    }

    private Path output() {
        return settings.run().resolve("output").resolve(service.name());
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
