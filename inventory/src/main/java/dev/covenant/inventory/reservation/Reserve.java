package dev.covenant.inventory.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.inventory.reservation.ReserveOutcome.Reserved;
import dev.covenant.inventory.reservation.ReserveOutcome.ShortOfStock;
import dev.covenant.inventory.stock.StockLevels;

/** Holds stock, all lines or none, once per id. A shortage is stored before it is answered, so that it stays the answer. */
@ApplicationScoped
public class Reserve {
    private final Reservations reservations;
    private final StockLevels stock;

    @Inject
    Reserve(Reservations reservations, StockLevels stock) {
        this.reservations = reservations;
        this.stock = stock;
    }

    @Transactional
    public ReserveOutcome reserve(Reservation request) {
        if (!reservations.insert(request)) {
            return reservations.lock(request.id()).orElseThrow().answerTo(request);
        }
        var shortages = stock.reserve(request.lines());
        if (shortages.isEmpty()) {
            return new Reserved(request);
        }
        reservations.storeRefusal(request.refused(shortages));
        return new ShortOfStock(shortages);
    }
}
