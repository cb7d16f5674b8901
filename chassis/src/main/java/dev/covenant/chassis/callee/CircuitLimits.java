package dev.covenant.chassis.callee;

import java.time.Duration;

import static dev.covenant.chassis.callee.Limits.within;

/**
 * When a callee counts as unavailable, and when it is tried again.
 *
 * @param window so many last calls are looked at, 1 to 1,000
 * @param leastCalls nothing is concluded from fewer, 1 to the window
 * @param failurePercent of them that open the circuit, 1 to 100
 * @param pause how long an open circuit sends nothing, 1 ms to 10 minutes
 * @param probes calls that are let through after that; when they are answered the circuit closes, 1 to 100
 */
public record CircuitLimits(int window, int leastCalls, int failurePercent, Duration pause, int probes) {
    /** @throws IllegalArgumentException which names the limit and its rule */
    public CircuitLimits {
        within("circuit window", window, 1, 1_000);
        within("circuit least calls", leastCalls, 1, window);
        within("circuit failure percent", failurePercent, 1, 100);
        within("circuit pause in ms", pause.toMillis(), 1, 600_000);
        within("circuit probes", probes, 1, 100);
    }
}
