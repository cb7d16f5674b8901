package dev.covenant.inventory.reservation;

import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.inventory.reservation.ReserveOutcome.Reserved;
import dev.covenant.inventory.reservation.ReserveOutcome.ShortOfStock;
import dev.covenant.inventory.stock.Shortage;
import dev.covenant.inventory.stock.StockLevels;

/**
 * Holds stock, all lines or none, once per id. A request that is short of stock first gives up expired holds on what is short and tries
 * once more; then the shortage is stored before it is answered, so that it stays the answer.
 */
@ApplicationScoped
public class Reserve {
    private final Transactions transactions;
    private final Reservations reservations;
    private final StockLevels stock;
    private final ExpiredHolds expired;
    private final ExpireHolds expireHolds;

    @Inject
    Reserve(
            Transactions transactions,
            Reservations reservations,
            StockLevels stock,
            ExpiredHolds expired,
            ExpireHolds expireHolds) {
        this.transactions = transactions;
        this.reservations = reservations;
        this.stock = stock;
        this.expired = expired;
        this.expireHolds = expireHolds;
    }

    public ReserveOutcome reserve(Reservation request) {
        return reserve(request, expired::existOn);
    }

    /** A sweep changes stock of any SKU. In one transaction with an attempt, stock rows would be locked out of their order. */
    private ReserveOutcome reserve(Reservation request, Predicate<List<String>> isWorthASweep) {
        return switch (transactions.run(() -> attempt(request, isWorthASweep))) {
            case Attempt.Answered(var outcome) -> outcome;
            case Attempt.SweepFirst(var skus) -> {
                expireHolds.expireOn(skus);
                yield reserve(request, _ -> false);
            }
        };
    }

    private Attempt attempt(Reservation request, Predicate<List<String>> isWorthASweep) {
        if (!reservations.insert(request)) {
            return new Attempt.Answered(
                    reservations.lock(request.id()).orElseThrow().answerTo(request));
        }
        var shortages = stock.reserve(request.lines());
        if (shortages.isEmpty()) {
            return new Attempt.Answered(new Reserved(request));
        }
        var skus = shortages.stream().map(Shortage::sku).toList();
        if (isWorthASweep.test(skus)) {
            reservations.withdraw(request.id());
            return new Attempt.SweepFirst(skus);
        }
        reservations.storeRefusal(request.refused(shortages));
        return new Attempt.Answered(new ShortOfStock(shortages));
    }
}
