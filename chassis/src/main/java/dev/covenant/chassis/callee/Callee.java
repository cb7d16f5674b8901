package dev.covenant.chassis.callee;

import java.time.Clock;

/**
 * A service that this one calls, and what we think of it. Its circuit counts, over all its lanes, calls that were refused, reset or not
 * answered in time, 429 and 5xx, and calls that could not be made for want of a token; never another 4xx. Thread-safe.
 */
public final class Callee {
    private final String name;
    private final Circuit circuit;
    private final Clock clock;

    /** @param name for logs and metrics */
    public Callee(String name, CircuitLimits limits, Clock clock) {
        this.name = name;
        this.circuit = new Circuit(name, limits, clock);
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    public CircuitState state() {
        return circuit.state();
    }

    /** A lane of its own for one kind of call, so that one kind never takes the places of another. */
    public Lane lane(String kind, LaneLimits limits) {
        return new Lane(name, kind, circuit, limits, clock);
    }
}
