package dev.covenant.payments.settler;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Works on many things side by side, on virtual threads, since nearly all their time is waiting. It knows how many more it could
 * begin at once: what had to queue would lose its lease in the queue.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/settling", virtual = true)
class Crew {
    private static final int SIZE = 200;

    private final Semaphore idle;

    @Resource(lookup = "java:app/concurrent/settling")
    private Executor executor;

    Crew() {
        this(SIZE, null);
    }

    Crew(int size, Executor executor) {
        this.idle = new Semaphore(size);
        this.executor = executor;
    }

    int idle() {
        return idle.availablePermits();
    }

    /** Waits for one who is idle; begins at once when {@link #idle()} said that there is one and nobody else starts work. */
    void start(Runnable work) {
        idle.acquireUninterruptibly();
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } finally {
                    idle.release();
                }
            });
        } catch (RejectedExecutionException e) {
            idle.release();
            throw e;
        }
    }
}
