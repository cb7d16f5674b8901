package dev.covenant.chaos;

import java.time.Duration;
import java.time.Instant;

import dev.covenant.chaos.conscience.Conscience;
import dev.covenant.chaos.conscience.Quiet;
import dev.covenant.chaos.sabotage.Saboteur;
import dev.covenant.chaos.traffic.Traffic;
import dev.covenant.devstack.process.Lifetime;

/** Traffic and faults, healing, quiet, judgement. */
public final class ChaosRun {
    private static final double WARM_UP_PER_SECOND = 2;
    private static final int WARM_UP_ORDERS = 40;
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(60);

    private final ChaosStack chaos;
    private final ChaosPlan plan;
    private final Lifetime lifetime;
    private final Watch watch;

    /** @param lifetime that owns the stack */
    public ChaosRun(ChaosStack chaos, ChaosPlan plan, Lifetime lifetime, Watch watch) {
        this.chaos = chaos;
        this.plan = plan;
        this.lifetime = lifetime;
        this.watch = watch;
    }

    /** @throws dev.covenant.devstack.DevstackException when a part could not be made whole again */
    public ChaosResult run() {
        var schedule = plan.schedule();
        warmUp();
        var saboteur = new Saboteur(chaos, lifetime);
        try (var traffic = new Traffic(chaos, plan.seed(), "chaos")) {
            traffic.prepare(plan.customers());
            var begun = Instant.now();
            var begin = System.nanoTime();
            saboteur.begin(schedule, begin);
            try (var _ = watch.over(traffic, saboteur)) {
                traffic.come(plan.perSecond(), plan.customers(), begin);
                saboteur.heal();
            }
            var healed = Duration.ofNanos(System.nanoTime() - begin);
            watch.healed(healed);
            var quiet = new Quiet(chaos.stack()).await(() -> traffic.waiting() == 0, plan.quietWithin());
            traffic.end();
            var verdict = new Conscience(chaos.stack()).judge(traffic.visits(), quiet);
            return new ChaosResult(
                    plan, begun, traffic.visits(), saboteur.struck(), saboteur.failures(), healed, verdict);
        }
    }

    /** Servers that have just started are slower than what they are to be compared with; their customers count for nothing but the books. */
    private void warmUp() {
        try (var traffic = new Traffic(chaos, plan.seed(), "warm-up")) {
            traffic.prepare(WARM_UP_ORDERS);
            traffic.come(WARM_UP_PER_SECOND, WARM_UP_ORDERS, System.nanoTime());
            new Quiet(chaos.stack()).await(() -> traffic.waiting() == 0, WARM_UP_LIMIT);
        }
    }
}
