package dev.covenant.chaos.experiment;

import java.time.Duration;
import java.util.stream.Stream;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Target;

/** Payments takes connections and is silent, while orders keep coming. */
final class OtherCallers implements Experiment {
    private static final Duration DURING = Duration.ofSeconds(15);
    private static final long OTHERS_MILLIS = 750;
    private static final long ORDERS_MILLIS = 3_000;

    @Override
    public String name() {
        return "other-callers-with-payments-stalled";
    }

    @Override
    public String hypothesis() {
        return "While payments is silent, whoever does not need it keeps his speed, and orders are taken after a bounded wait.";
    }

    @Override
    public String bound() {
        return "catalogue and stock: all answered, 95 of 100 within %d ms; orders: all taken, 95 of 100 within %d ms"
                .formatted(OTHERS_MILLIS, ORDERS_MILLIS);
    }

    @Override
    public Finding run(Lab lab) {
        try (var orders = new Steady(2, lab::mug);
                var catalogue = new Steady(2, _ -> lab.catalogue());
                var stock = new Steady(2, _ -> lab.stock())) {
            Lab.pass(Duration.ofSeconds(5));
            var struck = System.nanoTime();
            var undo = lab.strike(Blow.STALL, Target.ORDERS_TO_PAYMENTS);
            Lab.pass(DURING);
            var others = Stream.concat(catalogue.endedSince(struck).stream(), stock.endedSince(struck).stream())
                    .toList();
            var placed = orders.endedSince(struck);
            undo.run();
            var answered = others.stream()
                    .filter(sample -> sample.told().status() == 200)
                    .count();
            var taken =
                    placed.stream().filter(sample -> sample.told().isOrder()).count();
            var othersWait = Sample.percentile(95, others);
            var ordersWait = Sample.percentile(95, placed);
            return new Finding(
                    name(),
                    hypothesis(),
                    bound(),
                    "%d of %d others within %d ms, %d of %d orders within %d ms (95 of 100)"
                            .formatted(answered, others.size(), othersWait, taken, placed.size(), ordersWait),
                    others.size() >= Steady.ENOUGH
                            && placed.size() >= Steady.ENOUGH
                            && answered == others.size()
                            && taken == placed.size()
                            && othersWait <= OTHERS_MILLIS
                            && ordersWait <= ORDERS_MILLIS);
        }
    }
}
