package dev.covenant.inventory.reservation;

/** What became of a commit, a release or a return. */
public sealed interface ChangeOutcome {
    /** What was asked for holds, by this command or since earlier. */
    record Done(Reservation reservation) implements ChangeOutcome {}

    /** The reservation's state does not allow it; nothing has changed. */
    record Impossible(ReservationState state) implements ChangeOutcome {}

    /** The client has no such reservation. */
    record NotFound() implements ChangeOutcome {}
}
