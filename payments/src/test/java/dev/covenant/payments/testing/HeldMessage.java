package dev.covenant.payments.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One message that stands still at the gate until it is released; for ever, if it never is. */
public final class HeldMessage {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Returns when the message is here. */
    public HeldMessage awaitHeld() {
        try {
            if (!reached.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came to the gate within " + LIMIT);
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void release() {
        open.countDown();
    }

    void stand() throws InterruptedException {
        reached.countDown();
        open.await();
    }
}
