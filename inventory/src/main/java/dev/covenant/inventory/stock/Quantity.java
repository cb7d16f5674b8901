package dev.covenant.inventory.stock;

/** A number of pieces of one SKU, more than none. */
public record Quantity(String sku, long pieces) {
    public Quantity {
        if (pieces < 1) {
            throw new IllegalArgumentException("At least one piece of " + sku + ", not " + pieces);
        }
    }
}
