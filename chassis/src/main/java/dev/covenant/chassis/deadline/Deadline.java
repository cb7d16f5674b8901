package dev.covenant.chassis.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Until when the caller of this request waits. It bounds waiting, never work that was begun. */
@RequestScoped
public class Deadline {
    private final Clock clock;
    private Instant end;

    @Inject
    public Deadline(Clock clock) {
        this.clock = clock;
    }

    void in(Duration wait) {
        end = clock.instant().plus(wait);
    }

    /** What is left, at most {@code limit}; {@code limit} when the caller named no deadline. Never negative. */
    public Duration remaining(Duration limit) {
        return Optional.ofNullable(end)
                .map(at -> Duration.between(clock.instant(), at))
                .filter(left -> left.compareTo(limit) < 0)
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .orElse(limit);
    }
}
