package dev.covenant.inventory.api.v1;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.inventory.stock.StockItem;

/** The level of one SKU, in pieces. */
public record StockLevel(
        @Schema(examples = "MUG-BLUE") String sku,

        @Schema(examples = "120", description = "In the house, reserved pieces included")
        long onHand,

        @Schema(examples = "4", description = "Claimed by reservations that are held")
        long reserved,

        @Schema(examples = "116", description = "Can still be promised")
        long available) {
    static StockLevel of(StockItem item) {
        return new StockLevel(item.sku(), item.onHand(), item.reserved(), item.available());
    }
}
