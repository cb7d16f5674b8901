package dev.covenant.devstack.provider;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the calls in progress, held ones included, and knows when there are none. */
final class Admission {

    static final int MOST_CALLS = 2000;

    private final Semaphore free = new Semaphore(MOST_CALLS);

    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    /** Lets nobody in any more, and waits for those inside, no longer than that. */
    void close(Duration longest) {
        try {
            free.tryAcquire(MOST_CALLS, longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
