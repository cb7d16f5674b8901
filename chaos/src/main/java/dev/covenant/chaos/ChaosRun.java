package dev.covenant.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.covenant.chaos.conscience.Conscience;
import dev.covenant.chaos.conscience.Quiet;
import dev.covenant.chaos.conscience.Verdict;
import dev.covenant.chaos.sabotage.Saboteur;
import dev.covenant.chaos.traffic.Traffic;
import dev.covenant.chaos.traffic.Visit;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.process.Lifetime;

/** Traffic and faults, healing, quiet, judgement. */
public final class ChaosRun {
    private static final int WARM_UP_PER_SECOND = 2;
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

    /** A part that does not start again is a finding too: what can be read is judged all the same. */
    public ChaosResult run() {
        var schedule = plan.schedule();
        warmUp();
        var failures = new ArrayList<String>();
        var saboteur = new Saboteur(chaos, lifetime);
        try (var traffic = new Traffic(chaos, plan.seed(), "chaos")) {
            traffic.prepare(plan.customers());
            var begun = Instant.now();
            var begin = System.nanoTime();
            saboteur.begin(schedule, begin);
            try (var _ = watch.over(traffic, saboteur)) {
                traffic.come(plan.perSecond(), plan.customers(), begin);
                saboteur.heal();
                traffic.healed();
            } catch (DevstackException e) {
                failures.add("Not healed: " + e.getMessage());
            }
            var healed = Duration.ofNanos(System.nanoTime() - begin);
            watch.healed(healed);
            var quiet = failures.isEmpty() ? quiet(traffic, failures) : Optional.<Duration>empty();
            traffic.end();
            var verdict = judge(traffic.visits(), quiet);
            failures.addAll(0, saboteur.failures());
            return new ChaosResult(
                    plan, begun, traffic.visits(), saboteur.struck(), List.copyOf(failures), healed, verdict);
        }
    }

    private Optional<Duration> quiet(Traffic traffic, List<String> failures) {
        try {
            return new Quiet(chaos.stack()).await(() -> traffic.waiting() == 0, plan.quietWithin());
        } catch (DevstackException e) {
            failures.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Verdict judge(List<Visit> visits, Optional<Duration> quiet) {
        try {
            return new Conscience(chaos).judge(visits, quiet);
        } catch (DevstackException e) {
            return new Verdict(-1, List.of(), List.of(), List.of(e.getMessage()));
        }
    }

    /** Servers that have just started are slower than what they are to be compared with; these customers count for nothing but the books. */
    private void warmUp() {
        var many = (int) (plan.warmUp().toSeconds() * WARM_UP_PER_SECOND);
        if (many == 0) {
            return;
        }
        try (var traffic = new Traffic(chaos, plan.seed(), "warm-up")) {
            traffic.prepare(many);
            traffic.come(WARM_UP_PER_SECOND, many, System.nanoTime());
            new Quiet(chaos.stack()).await(() -> traffic.waiting() == 0, WARM_UP_LIMIT);
        }
    }
}
