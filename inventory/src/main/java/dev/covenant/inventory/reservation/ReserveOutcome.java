package dev.covenant.inventory.reservation;

import java.util.List;

import dev.covenant.inventory.stock.Shortage;

/** What became of a request to hold stock. Remembered under its id: the same request again gets the same outcome. */
public sealed interface ReserveOutcome {
    /** In force: held, or committed since. */
    record Reserved(Reservation reservation) implements ReserveOutcome {}

    /** Nothing is held. */
    record ShortOfStock(List<Shortage> shortages) implements ReserveOutcome {}

    /** It was undone or has expired, possibly before this request arrived. */
    record NotInForce(ReservationState state) implements ReserveOutcome {}

    /** The id was used for other lines or another expiry. */
    record DifferentRequest() implements ReserveOutcome {}

    /** The id is another client's. */
    record BelongsToAnother() implements ReserveOutcome {}
}
