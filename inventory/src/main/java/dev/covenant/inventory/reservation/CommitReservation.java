package dev.covenant.inventory.reservation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.inventory.reservation.ChangeOutcome.Done;
import dev.covenant.inventory.reservation.ChangeOutcome.Impossible;
import dev.covenant.inventory.reservation.ChangeOutcome.NotFound;
import dev.covenant.inventory.stock.StockLevels;

/** Lets held pieces leave the house, with a SALE movement for each line. */
@ApplicationScoped
public class CommitReservation {
    private final Reservations reservations;
    private final StockLevels stock;

    @Inject
    CommitReservation(Reservations reservations, StockLevels stock) {
        this.reservations = reservations;
        this.stock = stock;
    }

    @Transactional
    public ChangeOutcome commit(UUID id, String client) {
        return reservations
                .lock(id)
                .filter(found -> found.belongsTo(client))
                .map(this::commit)
                .orElseGet(NotFound::new);
    }

    private ChangeOutcome commit(Reservation reservation) {
        return switch (reservation.commit()) {
            case Transition.To(var committed) -> {
                reservations.store(committed);
                stock.ship(committed.id(), committed.client(), committed.lines());
                yield new Done(committed);
            }
            case Transition.Already(var committed) -> new Done(committed);
            case Transition.Impossible(var state) -> new Impossible(state);
        };
    }
}
