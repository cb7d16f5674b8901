package dev.covenant.inventory.api.v2;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.inventory.stock.WarehouseStock;

/** What one warehouse has of a SKU, in pieces. */
public record WarehouseLevel(
        @Schema(examples = "MAIN") String warehouse,
        @Schema(examples = "100") long onHand,

        @Schema(
                examples = "4",
                description =
                        "Pieces that would leave from here if every hold were committed now: a hold claims no warehouse")
        long reserved,

        @Schema(examples = "96") long available) {
    static WarehouseLevel of(WarehouseStock stock) {
        return new WarehouseLevel(stock.warehouse(), stock.onHand(), stock.reserved(), stock.available());
    }
}
