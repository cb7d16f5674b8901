package dev.covenant.payments.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

/** Waits for what the settler does by itself. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Eventually() {}

    public static void holds(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LIMIT).pollInterval(BETWEEN_LOOKS).until(condition);
    }
}
