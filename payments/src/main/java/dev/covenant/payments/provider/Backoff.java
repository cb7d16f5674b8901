package dev.covenant.payments.provider;

import java.time.Duration;

/** The pause before what got no answer is tried again: it doubles with each try, up to a cap. */
public record Backoff(Duration first, Duration cap) {
    private static final int MOST_DOUBLINGS = 20;

    public Duration after(int tries) {
        var pause = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return pause.compareTo(cap) < 0 ? pause : cap;
    }
}
