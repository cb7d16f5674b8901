package dev.covenant.chassis.callee;

import java.time.Duration;

import static dev.covenant.chassis.callee.Limits.within;

/**
 * How much of one kind of call there may be.
 *
 * @param most calls in flight at once, 1 to 1,000
 * @param patience how long a call waits for its place before it is not sent, 0 to 10 s
 * @param longestPause the most that a callee's Retry-After is followed, 0 to 10 minutes
 */
public record LaneLimits(int most, Duration patience, Duration longestPause) {
    /** @throws IllegalArgumentException which names the limit and its rule */
    public LaneLimits {
        within("most calls in flight", most, 1, 1_000);
        within("wait for a place in ms", patience.toMillis(), 0, 10_000);
        within("longest Retry-After in ms", longestPause.toMillis(), 0, 600_000);
    }
}
