package dev.covenant.devstack.faults;

import java.time.Duration;

/**
 * What a {@link FaultProxy} does to all that flows through it, in both directions, on connections that are open and on
 * new ones. What was passed on before the fault began has arrived.
 */
public sealed interface Fault {

    /** Everything is passed on as it comes: no fault. */
    record Pass() implements Fault {}

    /**
     * What is sent arrives later by {@code each}: a request once, and its answer once more. What was sent in pieces with
     * pauses is delayed piece by piece. When the fault ends, what is being delayed goes on at once.
     */
    record Delay(Duration each) implements Fault {}

    /**
     * Nothing is passed on, the end of a connection included. New connections are accepted. Nothing is lost: all of it
     * goes on when the fault ends.
     */
    record Stall() implements Fault {}

    /** All open connections are reset on both sides, new ones as soon as they are accepted. */
    record Reset() implements Fault {}

    /**
     * What is sent is taken and lost, as if the other side had gone without a word. New connections are accepted and never
     * reach the callee. A connection that lost something is reset when the fault ends: its streams have a hole.
     */
    record HalfOpen() implements Fault {}

    /** New connections are refused. Those that are open go on. */
    record Refuse() implements Fault {}
}
