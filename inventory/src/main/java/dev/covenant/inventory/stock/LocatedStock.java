package dev.covenant.inventory.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A SKU's pieces and where they lie, all of one moment.
 *
 * @param asOf when the database was asked, by its own clock: the figures are of that moment or of one a little later
 * @param warehouses in the order in which they give pieces: MAIN, then the others by their names
 */
public record LocatedStock(String sku, Instant asOf, List<WarehouseStock> warehouses) {
    /**
     * Holds claim pieces of the SKU and not of a warehouse. They are counted where they would leave from, so that in each warehouse and in
     * all of them together 0 <= reserved <= onHand.
     *
     * @param reserved at most {@code inMain} and what is elsewhere
     * @param elsewhere pieces by warehouse
     */
    static LocatedStock of(String sku, Instant asOf, long reserved, long inMain, SortedMap<String, Long> elsewhere) {
        var warehouses = new ArrayList<WarehouseStock>();
        var toCount = reserved;
        warehouses.add(claimed(Warehouses.MAIN, inMain, toCount));
        for (var other : elsewhere.entrySet()) {
            toCount -= warehouses.getLast().reserved();
            warehouses.add(claimed(other.getKey(), other.getValue(), toCount));
        }
        return new LocatedStock(sku, asOf, List.copyOf(warehouses));
    }

    private static WarehouseStock claimed(String warehouse, long onHand, long toCount) {
        return new WarehouseStock(warehouse, onHand, Math.min(onHand, toCount));
    }

    public long onHand() {
        return warehouses.stream().mapToLong(WarehouseStock::onHand).sum();
    }

    public long reserved() {
        return warehouses.stream().mapToLong(WarehouseStock::reserved).sum();
    }

    public long available() {
        return onHand() - reserved();
    }
}
