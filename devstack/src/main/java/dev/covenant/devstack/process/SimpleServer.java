package dev.covenant.devstack.process;

import java.net.URI;
import java.time.Duration;

/** A server that needs nothing but a command. */
public final class SimpleServer implements Server {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Launch launch;
    private final URI health;
    private ChildProcess process;

    /** @param health answers 200 when it is ready, within 60 s of its start */
    public SimpleServer(Launch launch, URI health) {
        this.launch = launch;
        this.health = health;
    }

    @Override
    public SimpleServer start() {
        if (isAlive()) {
            throw new IllegalStateException(this + " runs already");
        }
        process = ChildProcess.start(launch);
        return this;
    }

    @Override
    public SimpleServer awaitReady() {
        Readiness.await(process, health, START_LIMIT, () -> false);
        return this;
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
