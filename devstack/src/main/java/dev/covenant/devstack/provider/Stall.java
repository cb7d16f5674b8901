package dev.covenant.devstack.provider;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps callers waiting, until the provider stops. */
final class Stall {

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Returns true after that time, false as soon as the provider stops. */
    boolean hold(Duration time) {
        try {
            return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        stopped.countDown();
    }
}
