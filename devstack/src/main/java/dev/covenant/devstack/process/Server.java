package dev.covenant.devstack.process;

import dev.covenant.devstack.DevstackException;

/**
 * A process that serves at an address of its own, and can be started there again after it was stopped or killed. Used by one
 * thread at a time.
 */
public interface Server extends AutoCloseable {

    /**
     * Starts the process and returns at once; {@link #awaitReady()} follows.
     *
     * @throws IllegalStateException when it runs already
     */
    Server start();

    /**
     * Returns when it says that it is ready.
     *
     * @throws DevstackException with the end of its log when it ends before, or takes too long
     */
    Server awaitReady();

    /** The process that was started last, for faults on purpose: kill it, let it stand still. Null before the first. */
    ChildProcess process();

    default boolean isAlive() {
        return process() != null && process().isAlive();
    }

    /** Asks it to stop without waiting, so that several stop at the same time; {@link #close()} then waits. */
    default void requestStop() {
        if (process() != null) {
            process().requestStop();
        }
    }

    /** Lets it end what it is doing, at most 15 s. Harmless when it has ended. */
    @Override
    default void close() {
        if (process() != null) {
            process().close();
        }
    }
}
