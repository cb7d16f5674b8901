package dev.covenant.devstack.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.ConcurrentHistogram;

/** How many orders had which outcome, and how long customers waited for it. Thread-safe. */
final class Tally {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final Map<Outcome, ConcurrentHistogram> waits = new EnumMap<>(Outcome.class);

    Tally() {
        for (var outcome : Outcome.values()) {
            waits.put(outcome, new ConcurrentHistogram(LONGEST, DIGITS));
        }
    }

    void add(Outcome outcome, Duration wait) {
        waits.get(outcome).recordValue(Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(wait.toNanos())));
    }

    long count(Outcome outcome) {
        return waits.get(outcome).getTotalCount();
    }

    /** @return milliseconds */
    double wait(Outcome outcome, double percentile) {
        return waits.get(outcome).getValueAtPercentile(percentile) / 1000.0;
    }
}
