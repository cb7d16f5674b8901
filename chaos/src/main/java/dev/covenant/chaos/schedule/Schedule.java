package dev.covenant.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * All faults of a run, drawn from its seed: the same seed and the same settings make the same schedule, on every machine. Faults are spread
 * over the whole time and overlap. A target is struck again only when it has had time to recover, and of the servers no more than two are
 * struck at once, since each of them needs most of a small machine to start.
 */
public final class Schedule {
    private static final Duration QUIET_BEGIN = Duration.ofSeconds(5);
    private static final Duration QUIET_END = Duration.ofSeconds(10);
    private static final int MOST_SERVERS = 2;

    private final Random random;
    private final Set<Blow> blows;
    private final Duration whole;
    private final Map<Target, Duration> busyUntil = new EnumMap<>(Target.class);
    private Duration latest = Duration.ZERO;

    private Schedule(long seed, Duration whole, Set<Blow> blows) {
        this.random = new Random(seed);
        this.whole = whole;
        this.blows = blows;
        for (var target : Target.values()) {
            busyUntil.put(target, Duration.ZERO);
        }
    }

    /**
     * @param whole how long the traffic lasts, at least 20 s
     * @param faults so many
     * @param blows the kinds to draw from, at least one
     * @throws IllegalArgumentException when so many do not fit
     */
    public static List<Strike> of(long seed, Duration whole, int faults, Set<Blow> blows) {
        if (blows.isEmpty() || whole.compareTo(Duration.ofSeconds(20)) < 0 || faults < 0) {
            throw new IllegalArgumentException("A schedule needs a kind of fault and at least 20 s");
        }
        var schedule = new Schedule(seed, whole, blows);
        var slot = whole.minus(QUIET_BEGIN).minus(QUIET_END).toMillis() / Math.max(1, faults);
        var strikes = new ArrayList<Strike>();
        for (int number = 1; number <= faults; number++) {
            var jitter = (long) (schedule.random.nextDouble() * slot);
            strikes.add(schedule.draw(number, QUIET_BEGIN.plusMillis((number - 1) * slot + jitter)));
        }
        return List.copyOf(strikes);
    }

    private Strike draw(int number, Duration wanted) {
        var begins = firstFree(wanted);
        var free = free(begins);
        var choice = free.get(pick(free));
        var blow = choice.blow();
        var millis = blow.shortestMillis() + random.nextInt(blow.longestMillis() - blow.shortestMillis() + 1);
        var lasts = Duration.ofMillis(Math.min(millis, whole.minus(begins).toMillis()));
        busyUntil.put(choice.target(), begins.plus(lasts).plus(blow.recovery()));
        latest = begins;
        return new Strike(number, blow, choice.target(), begins, lasts);
    }

    /** The wanted time, or the first after it at which something can be struck; never before the strike before. */
    private Duration firstFree(Duration wanted) {
        var at = wanted.compareTo(latest) < 0 ? latest : wanted;
        while (free(at).isEmpty()) {
            var now = at;
            at = busyUntil.values().stream()
                    .filter(until -> until.compareTo(now) > 0)
                    .min(Duration::compareTo)
                    .orElseThrow();
        }
        if (at.compareTo(whole) >= 0) {
            throw new IllegalArgumentException("Too many faults for the time: ask for fewer, or for more minutes.");
        }
        return at;
    }

    private List<Choice> free(Duration at) {
        var struckServers = Target.SERVERS.stream()
                .filter(target -> busyUntil.get(target).compareTo(at) > 0)
                .count();
        var free = new ArrayList<Choice>();
        // In the order of the enums, which is the same everywhere; a set's need not be.
        for (var blow : Blow.values()) {
            for (var target : Target.values()) {
                if (blows.contains(blow)
                        && blow.targets().contains(target)
                        && busyUntil.get(target).compareTo(at) <= 0
                        && (struckServers < MOST_SERVERS || !Target.SERVERS.contains(target))) {
                    free.add(new Choice(blow, target));
                }
            }
        }
        return free;
    }

    /** A kind that has many targets comes no oftener than its weight says. */
    private int pick(List<Choice> free) {
        var weights = free.stream()
                .mapToDouble(choice -> (double) choice.blow().weight()
                        / choice.blow().targets().size())
                .toArray();
        var left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int index = 0; index < weights.length; index++) {
            left -= weights[index];
            if (left < 0) {
                return index;
            }
        }
        return weights.length - 1;
    }

    private record Choice(Blow blow, Target target) {}
}
