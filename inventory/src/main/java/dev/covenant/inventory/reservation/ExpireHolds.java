package dev.covenant.inventory.reservation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.inventory.stock.StockLevels;

/**
 * Gives up holds whose time is over. Nobody else judges a hold by the clock: until it is done here, in the transaction that also lowers
 * what is reserved, a hold can be committed.
 */
@ApplicationScoped
class ExpireHolds {
    /** A request that is short of stock does a bounded part of the sweeper's work, not all of it. */
    private static final int MOST_FOR_A_REQUEST = 100;

    private final ExpiredHolds expired;
    private final StockLevels stock;
    private final HoldMetrics metrics;

    @Inject
    ExpireHolds(ExpiredHolds expired, StockLevels stock, HoldMetrics metrics) {
        this.expired = expired;
        this.stock = stock;
        this.metrics = metrics;
    }

    /** The oldest ones that nobody is just changing. Returns how many. */
    @Transactional
    public int expire(int most) {
        return giveBack(expired.expire(most));
    }

    /** The ones on these SKUs, up to 100; pieces that they hold of other SKUs are free too. */
    @Transactional
    public void expireOn(List<String> skus) {
        giveBack(expired.expireOn(skus, MOST_FOR_A_REQUEST));
    }

    private int giveBack(List<UUID> holds) {
        if (!holds.isEmpty()) {
            stock.unreserve(expired.pieces(holds));
            metrics.expired(holds.size());
        }
        return holds.size();
    }
}
