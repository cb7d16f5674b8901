package dev.covenant.devstack.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

import dev.covenant.devstack.DevstackException;

/** Owns what was started and closes it, last first: on {@link #close()}, or when this JVM ends if that comes first. */
public final class Lifetime implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeWithJvm, "stop-what-was-started");
    private volatile boolean over;
    private volatile boolean withJvm;

    public Lifetime() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Takes over the duty to close {@code part}. Closing a part twice must do no harm. */
    public <T extends AutoCloseable> T own(T part) {
        return start(() -> part);
    }

    /**
     * Starts a part and owns it. No part can slip through while others are being closed: it is closed with them, or it is
     * never started.
     *
     * @throws DevstackException when this lifetime is over
     */
    public synchronized <T extends AutoCloseable> T start(Supplier<T> starter) {
        requireNotOver();
        var part = starter.get();
        parts.push(part);
        return part;
    }

    /** Starts a part that it owns already, or not at all when this lifetime is over. */
    public synchronized void startAgain(Runnable starter) {
        requireNotOver();
        starter.run();
    }

    private void requireNotOver() {
        if (over) {
            throw new DevstackException("Stopped before everything was started.");
        }
    }

    /** Whether closing has begun. */
    public boolean isOver() {
        return over;
    }

    /** Whether it ends because this JVM does, on Ctrl-C for example. */
    public boolean endsWithJvm() {
        return withJvm;
    }

    @Override
    public void close() {
        closeParts();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException jvmIsEnding) {
            // The hook runs or has run; it finds nothing left.
        }
    }

    private void closeWithJvm() {
        withJvm = true;
        closeParts();
    }

    private synchronized void closeParts() {
        over = true;
        while (!parts.isEmpty()) {
            closeOne(parts.pop());
        }
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others must still be closed.
            System.err.println("Could not stop " + part + ": " + e.getMessage());
        }
    }
}
