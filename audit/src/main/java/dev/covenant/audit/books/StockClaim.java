package dev.covenant.audit.books;

import java.util.List;
import java.util.Optional;

/** What inventory has under the id of a reservation: the reservation, and the movements that name it. */
public record StockClaim(Optional<Reservation> reservation, List<Movement> movements) {
    public static StockClaim none() {
        return new StockClaim(Optional.empty(), List.of());
    }

    public boolean isEmpty() {
        return reservation.isEmpty() && movements.isEmpty();
    }
}
