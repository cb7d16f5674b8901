package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.Locale;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Target;

/** A fault of some seconds, and how long after it orders of both kinds are confirmed again, without anybody's doing. */
record Recovery(Blow blow, Target target) implements Experiment {
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration FAULT = Duration.ofSeconds(4);
    private static final Duration BOUND = Duration.ofSeconds(15);

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
                .formatted(Calm.IN_A_ROW, Calm.WITHIN.toMillis(), BOUND.toSeconds());
    }

    @Override
    public Finding run(Lab lab) {
        try (var orders = Calm.orders(lab)) {
            Lab.pass(BEFORE);
            var undo = lab.strike(blow, target);
            Lab.pass(FAULT);
            var undone = System.nanoTime();
            undo.run();
            var ready = System.nanoTime();
            var took = Calm.await(orders, ready);
            var start = Duration.ofNanos(ready - undone);
            return new Finding(
                    name(),
                    hypothesis(),
                    bound(),
                    "%s after it was ready%s"
                            .formatted(
                                    took.compareTo(Calm.LIMIT) < 0
                                            ? "%.1f s".formatted(took.toMillis() / 1e3)
                                            : "not yet 60 s",
                                    start.toMillis() > 200
                                            ? ", which took %.1f s".formatted(start.toMillis() / 1e3)
                                            : ""),
                    took.compareTo(BOUND) <= 0);
        }
    }
}
