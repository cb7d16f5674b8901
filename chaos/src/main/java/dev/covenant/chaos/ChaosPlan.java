package dev.covenant.chaos;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Schedule;
import dev.covenant.chaos.schedule.Strike;

import static java.util.stream.Collectors.joining;

/**
 * What a run does.
 *
 * @param time how long customers come and faults are made
 * @param perSecond so many customers come
 * @param faults so many are made
 * @param blows the kinds that they are drawn from
 * @param warmUp how long other customers come before, who count for nothing but the books: servers that have just started are slower; zero
 *     where nobody asks how fast it is
 * @param quietWithin how long after the healing something may still be under way
 */
public record ChaosPlan(
        long seed,
        Duration time,
        double perSecond,
        int faults,
        Set<Blow> blows,
        Duration warmUp,
        Duration quietWithin) {
    public ChaosPlan {
        blows = Set.copyOf(blows);
    }

    /**
     * Its faults.
     *
     * @throws IllegalArgumentException when so many do not fit into the time
     */
    public List<Strike> schedule() {
        return Schedule.of(seed, time, faults, blows);
    }

    /** How many customers will come. */
    int customers() {
        return (int) Math.round(time.toMillis() / 1e3 * perSecond);
    }

    /** What makes the same faults and the same wishes again. */
    public String command() {
        var kinds = blows.size() == Blow.values().length
                ? ""
                : blows.stream().sorted().map(Blow::toString).collect(joining(",", " --kinds ", ""));
        return "./covenant chaos --seed %d --minutes %s --rate %s --faults %d%s"
                .formatted(seed, plain(time.toMillis() / 60e3), plain(perSecond), faults, kinds);
    }

    /** Exactly, without more digits than it takes. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
