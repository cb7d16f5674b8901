package dev.covenant.delivery.local;

import java.util.function.Supplier;

import dev.covenant.devstack.process.ChildProcess;

/** An edge that is started again when it ends by itself: without it nothing is reached, and nothing can be deployed. */
final class EdgeWatch implements AutoCloseable {
    private final Supplier<ChildProcess> starts;
    private final Runnable hopeless;
    private ChildProcess edge;
    private boolean closed;

    /**
     * Starts it.
     *
     * @param starts returns when it has opened to all that serve
     * @param hopeless runs when it ended and does not start again
     */
    EdgeWatch(Supplier<ChildProcess> starts, Runnable hopeless) {
        this.starts = starts;
        this.hopeless = hopeless;
        begin();
    }

    private synchronized void begin() {
        if (!closed) {
            edge = starts.get();
            edge.whenEnded(this::beginAgain);
        }
    }

    private void beginAgain() {
        try {
            begin();
        } catch (RuntimeException e) {
            System.out.println("The edge has ended and does not start again: " + e.getMessage());
            hopeless.run();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        edge.close();
    }
}
