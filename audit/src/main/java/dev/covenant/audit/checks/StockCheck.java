package dev.covenant.audit.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.covenant.audit.books.StockLevel;

/** A check of one SKU. Its level is read by one statement, so a finding stands. */
public record StockCheck(Check check, Function<StockLevel, Optional<Finding>> examine) {

    public static List<StockCheck> all() {
        return List.of(
                check(
                        "stock-in-bounds",
                        "reserved is between zero and on hand",
                        level -> Expect.that(
                                level.onHand() == null || 0 <= level.reserved() && level.reserved() <= level.onHand(),
                                "0 <= reserved <= on hand",
                                "reserved %d, on hand %d",
                                level.reserved(),
                                level.onHand())),
                check(
                        "stock-matches-movements",
                        "what is on hand is the sum of the movements",
                        level -> Expect.equal("on hand", level.moved(), orZero(level.onHand()))),
                check(
                        "warehouses-match-stock",
                        "what lies in other warehouses is what the item says, and no more than is on hand",
                        level -> Expect.that(
                                level.lying() == orZero(level.elsewhere())
                                        && 0 <= orZero(level.elsewhere())
                                        && orZero(level.elsewhere()) <= orZero(level.onHand()),
                                "other warehouses have what the item says, at most what is on hand",
                                "they have %d, the item says %d of %d",
                                level.lying(),
                                orZero(level.elsewhere()),
                                orZero(level.onHand()))),
                check(
                        "warehouses-match-movements",
                        "what a warehouse has is the sum of the movements that name it",
                        level -> Expect.equal("warehouses that have something else:", 0L, level.misplaced())),
                check(
                        "reserved-matches-holds",
                        "what is reserved is the sum of the held reservations",
                        level -> Expect.equal("reserved", level.held(), orZero(level.reserved()))),
                check(
                        "sales-name-reservations",
                        "sales and returns name a reservation, receipts and adjustments none",
                        level -> Expect.equal("movements that do otherwise:", 0L, level.misnamed())));
    }

    private static long orZero(Long pieces) {
        return pieces == null ? 0 : pieces;
    }

    private static StockCheck check(String name, String promise, Function<StockLevel, Optional<Finding>> examine) {
        return new StockCheck(new Check(name, promise), examine);
    }
}
