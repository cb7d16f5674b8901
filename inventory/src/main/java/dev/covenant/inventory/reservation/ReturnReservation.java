package dev.covenant.inventory.reservation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.inventory.reservation.ChangeOutcome.Done;
import dev.covenant.inventory.reservation.ChangeOutcome.Impossible;
import dev.covenant.inventory.reservation.ChangeOutcome.NotFound;
import dev.covenant.inventory.stock.StockLevels;

/** Undoes a commit: its pieces come back, with a RETURN movement for each line. The return of an id never seen is remembered. */
@ApplicationScoped
public class ReturnReservation {
    private final Reservations reservations;
    private final StockLevels stock;

    @Inject
    ReturnReservation(Reservations reservations, StockLevels stock) {
        this.reservations = reservations;
        this.stock = stock;
    }

    @Transactional
    public ChangeOutcome takeBack(UUID id, String client) {
        // First, as in ReleaseReservation.
        reservations.insert(Reservation.tombstone(id, client, ReservationState.RETURNED));
        return reservations
                .lock(id)
                .filter(found -> found.belongsTo(client))
                .map(this::takeBack)
                .orElseGet(NotFound::new);
    }

    private ChangeOutcome takeBack(Reservation reservation) {
        return switch (reservation.takeBack()) {
            case Transition.To(var returned) -> {
                reservations.store(returned);
                stock.takeBack(returned.id(), returned.client(), returned.lines());
                yield new Done(returned);
            }
            case Transition.Already(var undone) -> new Done(undone);
            case Transition.Impossible(var state) -> new Impossible(state);
        };
    }
}
