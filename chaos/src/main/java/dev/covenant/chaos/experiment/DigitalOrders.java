package dev.covenant.chaos.experiment;

import java.time.Duration;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Target;

/** Inventory is killed; e-books need no stock. */
final class DigitalOrders implements Experiment {
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration DURING = Duration.ofSeconds(15);
    private static final long BOUND_MILLIS = 1_500;

    @Override
    public String name() {
        return "digital-orders-without-inventory";
    }

    @Override
    public String hypothesis() {
        return "While inventory is down, digital orders are confirmed in time, beside physical ones that are refused.";
    }

    @Override
    public String bound() {
        return "every digital order confirmed, 95 of 100 within %d ms; physical ones refused".formatted(BOUND_MILLIS);
    }

    @Override
    public Finding run(Lab lab) {
        try (var digital = new Steady(3, lab::ebook);
                var physical = new Steady(1, lab::mug)) {
            Lab.pass(BEFORE);
            var before = digital.samples();
            var struck = System.nanoTime();
            var undo = lab.strike(Blow.KILL, Target.INVENTORY);
            Lab.pass(DURING);
            var during = digital.endedSince(struck);
            var refused = physical.endedSince(struck).stream()
                    .filter(sample -> sample.told().status() == 503)
                    .count();
            undo.run();
            var confirmed = during.stream().filter(Sample::isConfirmed).count();
            var wait = Sample.percentile(95, during);
            return new Finding(
                    name(),
                    hypothesis(),
                    bound(),
                    "%d of %d confirmed, 95 of 100 within %d ms (before: %d ms); %d physical ones refused"
                            .formatted(confirmed, during.size(), wait, Sample.percentile(95, before), refused),
                    during.size() >= Steady.ENOUGH
                            && confirmed == during.size()
                            && refused > 0
                            && wait <= BOUND_MILLIS);
        }
    }
}
