package dev.covenant.chassis.callee;

/** Why a lane did not send a call: the callee had asked it to wait, its places were taken, or its circuit was open. */
public enum Refusal {
    ASKED_TO_WAIT,
    NO_PLACE,
    CIRCUIT_OPEN
}
