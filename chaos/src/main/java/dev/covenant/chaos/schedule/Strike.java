package dev.covenant.chaos.schedule;

import java.time.Duration;

/**
 * One fault of a schedule.
 *
 * @param number from 1, in the order of beginning
 * @param begins since the begin of the traffic
 * @param lasts until it is undone; what was killed is then started again
 */
public record Strike(int number, Blow blow, Target target, Duration begins, Duration lasts) {

    public Duration ends() {
        return begins.plus(lasts);
    }

    @Override
    public String toString() {
        return "#%d at %.1f s: %s %s for %.1f s"
                .formatted(number, begins.toMillis() / 1e3, blow, target, lasts.toMillis() / 1e3);
    }
}
