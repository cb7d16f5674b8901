package dev.covenant.chassis.callee;

/** The state of a circuit: CLOSED lets calls through, OPEN none, HALF_OPEN a few to see. */
public enum CircuitState {
    CLOSED,
    OPEN,
    HALF_OPEN
}
