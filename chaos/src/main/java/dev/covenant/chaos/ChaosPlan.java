package dev.covenant.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.chaos.schedule.Schedule;
import dev.covenant.chaos.schedule.Strike;

/**
 * What a run does.
 *
 * @param time how long customers come and faults are made
 * @param perSecond so many customers come
 * @param faults so many are made
 * @param blows the kinds that they are drawn from
 * @param quietWithin how long after the healing something may still be under way
 */
public record ChaosPlan(long seed, Duration time, double perSecond, int faults, Set<Blow> blows, Duration quietWithin) {
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
}
