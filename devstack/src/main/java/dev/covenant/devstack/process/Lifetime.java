package dev.covenant.devstack.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** Owns what was started and closes it, last first: on {@link #close()}, or when this JVM ends if that comes first. */
public final class Lifetime implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeParts, "stop-what-was-started");

    public Lifetime() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Takes over the duty to close {@code part}. Closing a part twice must do no harm. */
    public synchronized <T extends AutoCloseable> T own(T part) {
        parts.push(part);
        return part;
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

    private synchronized void closeParts() {
        while (!parts.isEmpty()) {
            closeQuietly(parts.pop());
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others must still be closed.
            System.err.println("Could not stop " + part + ": " + e.getMessage());
        }
    }
}
