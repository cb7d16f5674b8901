package dev.covenant.chaos.conscience;

import java.util.SortedMap;
import java.util.UUID;

/**
 * An order as it stands in the database of orders.
 *
 * @param why its reason, empty when it was confirmed or is under way
 * @param pieces by SKU
 */
record OrderRow(UUID id, String customer, String status, String why, long total, SortedMap<String, Integer> pieces) {

    boolean isConfirmed() {
        return status.equals("CONFIRMED");
    }

    boolean wasGivenUp() {
        return endedAs("REJECTED", "inventory-unavailable");
    }

    boolean endedAs(String end, String reason) {
        return status.equals(end) && why.equals(reason);
    }

    @Override
    public String toString() {
        return "%s %s of %s, %d for %s".formatted(status, why, customer, total, pieces);
    }
}
