package dev.covenant.chaos.sabotage;

import java.time.Duration;
import java.util.Optional;

import dev.covenant.chaos.schedule.Strike;

/**
 * A strike as it was; times since the begin of the traffic.
 *
 * @param undone when the fault was taken back: for a process that was killed, when its start began
 * @param whole when what was struck said that it is ready again; empty when it did not, and was left to the healing
 */
public record Struck(Strike strike, Duration begun, Duration undone, Optional<Duration> whole) {
    /** When it was over, as far as is known. */
    public Duration over() {
        return whole.orElse(undone);
    }
}
