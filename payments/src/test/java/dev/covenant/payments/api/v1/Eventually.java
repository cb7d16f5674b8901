package dev.covenant.payments.api.v1;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

/** Waits for what the settler does by itself. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Eventually() {}

    static void holds(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LIMIT).pollInterval(BETWEEN_LOOKS).until(condition);
    }
}
