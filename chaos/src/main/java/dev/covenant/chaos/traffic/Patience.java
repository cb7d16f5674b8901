package dev.covenant.chaos.traffic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long customers who were sent away wait: never less than they were asked to, longer each time, and never the same as others. While
 * much is broken many of them wait, and must not take the servers' time from each other; when all is healed they come soon.
 */
final class Patience {
    private static final int SHORTEST = 200;
    private static final int LONGEST = 12_000;
    private static final int LONGEST_WHEN_HEALED = 3_000;

    private final CountDownLatch healed = new CountDownLatch(1);

    /** Whoever waits of himself comes within 3 s from now on. */
    void healed() {
        healed.countDown();
    }

    /** @param times he was sent away before */
    void pause(int times, Duration retryAfter) {
        var most = SHORTEST << Math.min(times, 10);
        try {
            Thread.sleep(retryAfter);
            if (healed.getCount() == 0 || healed.await(between(Math.min(most, LONGEST)), TimeUnit.MILLISECONDS)) {
                Thread.sleep(between(Math.min(most, LONGEST_WHEN_HEALED)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int between(int most) {
        return ThreadLocalRandom.current().nextInt(most / 2, most);
    }
}
