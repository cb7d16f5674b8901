package dev.covenant.devstack.process;

import java.net.URI;
import java.time.Duration;

import dev.covenant.devstack.DevstackException;

/** A server of Java that needs nothing but a command. */
public final class SimpleServer implements Server {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Launch launch;
    private final URI health;
    private final Duration limit;
    private ChildProcess process;

    /** @param health answers 200 when it is ready, within 60 s of its start */
    public SimpleServer(Launch launch, URI health) {
        this(launch, health, START_LIMIT);
    }

    SimpleServer(Launch launch, URI health, Duration limit) {
        this.launch = launch;
        this.health = health;
        this.limit = limit;
    }

    @Override
    public SimpleServer start() {
        if (isAlive()) {
            throw new IllegalStateException(this + " runs already");
        }
        process = ChildProcess.start(launch);
        return this;
    }

    /** @throws DevstackException with the end of its log, and with what its main thread is doing if it has not ended */
    @Override
    public SimpleServer awaitReady() {
        try {
            Readiness.await(process, health, limit, () -> false);
            return this;
        } catch (DevstackException e) {
            throw process.isAlive()
                    ? new DevstackException("%s%n%s".formatted(e.getMessage(), JavaStack.ofMain(process)), e)
                    : e;
        }
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public String toString() {
        return launch.name();
    }
}
