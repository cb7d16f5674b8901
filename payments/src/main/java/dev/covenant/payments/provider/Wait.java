package dev.covenant.payments.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long someone waits for the provider; shared by all calls that are made for him. */
public final class Wait {
    private final Clock clock;
    private final Instant end;

    private Wait(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** From now on. */
    public static Wait of(Duration limit, Clock clock) {
        return new Wait(clock, clock.instant().plus(limit));
    }

    /** Zero or less when it is over. */
    public Duration left() {
        return Duration.between(clock.instant(), end);
    }
}
