package dev.covenant.inventory.stock;

/**
 * A SKU's pieces in one warehouse.
 *
 * @param reserved those that would leave from here if every hold were committed now
 */
public record WarehouseStock(String warehouse, long onHand, long reserved) {
    public long available() {
        return onHand - reserved;
    }
}
