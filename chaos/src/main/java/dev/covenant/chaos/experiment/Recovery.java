package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Target;

/** A fault of some seconds, and how long after it orders of both kinds are confirmed again, without anybody's doing. */
record Recovery(Blow blow, Target target) implements Experiment {
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration FAULT = Duration.ofSeconds(4);
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration WITHIN = Duration.ofMillis(2_500);
    private static final int IN_A_ROW = 8;

    @Override
    public String name() {
        return "recovery-after-%s-%s"
                .formatted(blow, target.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String hypothesis() {
        return "After %s of %s, orders are confirmed again in time as soon as all parts are ready."
                .formatted(blow, target);
    }

    @Override
    public String bound() {
        return "%d orders in a row confirmed within %d ms each, at most %d s after it was ready"
                .formatted(IN_A_ROW, WITHIN.toMillis(), BOUND.toSeconds());
    }

    @Override
    public Finding run(Lab lab) {
        try (var orders = new Steady(3, number -> number % 2 == 0 ? lab.mug(number / 2) : lab.ebook(number / 2))) {
            Lab.pass(BEFORE);
            var undo = lab.strike(blow, target);
            Lab.pass(FAULT);
            var undone = System.nanoTime();
            undo.run();
            var ready = System.nanoTime();
            var took = awaitRecovered(orders, ready);
            var start = Duration.ofNanos(ready - undone);
            return new Finding(
                    name(),
                    hypothesis(),
                    bound(),
                    "%s after it was ready%s"
                            .formatted(
                                    took.compareTo(LIMIT) < 0
                                            ? "%.1f s".formatted(took.toMillis() / 1e3)
                                            : "not yet 60 s",
                                    start.toMillis() > 200
                                            ? ", which took %.1f s".formatted(start.toMillis() / 1e3)
                                            : ""),
                    took.compareTo(BOUND) <= 0);
        }
    }

    /** From when it was ready to the first order of the row. */
    private static Duration awaitRecovered(Steady orders, long ready) {
        while (System.nanoTime() - ready < LIMIT.toNanos()) {
            Lab.pass(Duration.ofMillis(200));
            var first = firstOfARow(orders.since(ready));
            if (first.isPresent()) {
                return Duration.ofNanos(first.getAsLong() - ready);
            }
        }
        return LIMIT;
    }

    /** When it was due. */
    private static OptionalLong firstOfARow(List<Sample> samples) {
        for (int first = 0; first + IN_A_ROW <= samples.size(); first++) {
            if (samples.subList(first, first + IN_A_ROW).stream()
                    .allMatch(sample -> sample.isConfirmedWithin(WITHIN))) {
                return OptionalLong.of(samples.get(first).due());
            }
        }
        return OptionalLong.empty();
    }
}
