package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Orders of both kinds, at one replica after the other, are confirmed in time, {@link #IN_A_ROW} in a row. */
final class Calm {
    static final int IN_A_ROW = 8;
    static final Duration WITHIN = Duration.ofMillis(2_500);

    /** What takes longer is not waited for. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Calm() {}

    /** To be watched with {@link #await}. */
    static Steady orders(Lab lab) {
        return new Steady(3, number -> number % 2 == 0 ? lab.mug(number / 2) : lab.ebook(number / 2));
    }

    /** How long after {@code since}, by {@link System#nanoTime()}, the first order of the row was due; {@link #LIMIT} when there was none. */
    static Duration await(Steady orders, long since) {
        while (System.nanoTime() - since < LIMIT.toNanos()) {
            Lab.pass(Duration.ofMillis(200));
            var first = firstOfARow(orders.since(since));
            if (first.isPresent()) {
                return Duration.ofNanos(first.getAsLong() - since);
            }
        }
        return LIMIT;
    }

    static OptionalLong firstOfARow(List<Sample> samples) {
        for (int first = 0; first + IN_A_ROW <= samples.size(); first++) {
            if (samples.subList(first, first + IN_A_ROW).stream()
                    .allMatch(sample -> sample.isConfirmedWithin(WITHIN))) {
                return OptionalLong.of(samples.get(first).due());
            }
        }
        return OptionalLong.empty();
    }
}
