package dev.covenant.inventory.reservation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.inventory.reservation.ChangeOutcome.Done;
import dev.covenant.inventory.reservation.ChangeOutcome.Impossible;
import dev.covenant.inventory.reservation.ChangeOutcome.NotFound;
import dev.covenant.inventory.stock.StockLevels;

/** Undoes a hold: its pieces can be promised again. The release of an id never seen is remembered, and refuses the late hold. */
@ApplicationScoped
public class ReleaseReservation {
    private final Reservations reservations;
    private final StockLevels stock;

    @Inject
    ReleaseReservation(Reservations reservations, StockLevels stock) {
        this.reservations = reservations;
        this.stock = stock;
    }

    @Transactional
    public ChangeOutcome release(UUID id, String client) {
        // First, and harmless beside a row: a hold that is just arriving waits for this insert, or this insert for it.
        reservations.insert(Reservation.tombstone(id, client, ReservationState.RELEASED));
        return reservations
                .lock(id)
                .filter(found -> found.belongsTo(client))
                .map(this::release)
                .orElseGet(NotFound::new);
    }

    private ChangeOutcome release(Reservation reservation) {
        return switch (reservation.release()) {
            case Transition.To(var released) -> {
                reservations.store(released);
                stock.unreserve(released.lines());
                yield new Done(released);
            }
            case Transition.Already(var undone) -> new Done(undone);
            case Transition.Impossible(var state) -> new Impossible(state);
        };
    }
}
