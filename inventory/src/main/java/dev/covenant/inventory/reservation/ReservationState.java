package dev.covenant.inventory.reservation;

/** Where a reservation stands. HELD and COMMITTED are in force; the others are final. */
public enum ReservationState {
    /** Its pieces are promised and still in the house. Lasts until somebody changes the row, whatever the clock says. */
    HELD,
    /** Its pieces have left the house. */
    COMMITTED,
    /** The hold was undone, or its release came before it did. */
    RELEASED,
    /** The commit was undone, or its return came before the reservation did. */
    RETURNED,
    /** The hold was given up after its time. */
    EXPIRED,
    /** There was not enough of at least one SKU; nothing was ever held. */
    REFUSED
}
