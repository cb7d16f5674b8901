package dev.covenant.chaos.sabotage;

import java.time.Duration;

import dev.covenant.chaos.schedule.Strike;

/**
 * A strike as it was; times since the begin of the traffic.
 *
 * @param undone when the fault was taken back: for a process that was killed, when its start began
 * @param whole when what was struck said that it is ready again
 */
public record Struck(Strike strike, Duration begun, Duration undone, Duration whole) {}
