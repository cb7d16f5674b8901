package dev.covenant.devstack.faults;

/** Passes on what flows between a caller and the callee until both have ended. */
interface Relay {
    void run(Wire caller, Wire callee);
}
