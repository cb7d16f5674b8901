package dev.covenant.inventory.reservation;

/** What a command makes of a reservation, decided before anything is stored. */
sealed interface Transition {
    /** It changes, and stock with it. */
    record To(Reservation next) implements Transition {}

    /** What the command wants holds already; stock stays as it is. */
    record Already(Reservation reservation) implements Transition {}

    /** Not from this state. */
    record Impossible(ReservationState state) implements Transition {}
}
