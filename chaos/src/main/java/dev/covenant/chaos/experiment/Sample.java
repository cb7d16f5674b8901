package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.Collection;

import dev.covenant.chaos.traffic.Caller.Told;

/**
 * One request of steady traffic.
 *
 * @param due when it was to be sent, by {@link System#nanoTime()}
 * @param took from then to the answer; longer than any bound when there is none
 */
record Sample(long due, Duration took, Told told) {
    private static final Duration NEVER = Duration.ofHours(1);

    /** Nor ever, when its request failed. */
    static Sample unanswered(long due) {
        return new Sample(due, NEVER, Told.NOTHING);
    }

    boolean isConfirmed() {
        return told.status() == 201 && told.text("status").equals("CONFIRMED");
    }

    boolean isConfirmedWithin(Duration limit) {
        return isConfirmed() && took.compareTo(limit) <= 0;
    }

    /** So many of 100 waited no longer, in milliseconds; 0 when there are none. */
    static long percentile(int percent, Collection<Sample> samples) {
        return samples.stream()
                .map(Sample::took)
                .sorted()
                .skip(Math.max(0, (samples.size() * percent + 99) / 100 - 1))
                .findFirst()
                .orElse(Duration.ZERO)
                .toMillis();
    }
}
