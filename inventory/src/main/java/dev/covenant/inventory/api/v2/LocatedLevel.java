package dev.covenant.inventory.api.v2;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.inventory.stock.LocatedStock;

/** The level of one SKU, in pieces: all in all, and where they lie. */
public record LocatedLevel(
        @Schema(examples = "MUG-BLUE") String sku,

        @Schema(examples = "120", description = "In all warehouses, reserved pieces included")
        long onHand,

        @Schema(examples = "4", description = "Claimed by reservations that are held")
        long reserved,

        @Schema(examples = "116", description = "Can still be promised")
        long available,

        @Schema(
                examples = "2026-01-31T12:00:00.123Z",
                description = "When this was so, by the clock of inventory's database")
        Instant asOf,

        @Schema(
                description =
                        "In the order in which they give pieces: MAIN, then the others by name. They come to the whole")
        List<WarehouseLevel> warehouses) {
    static LocatedLevel of(LocatedStock stock) {
        return new LocatedLevel(
                stock.sku(),
                stock.onHand(),
                stock.reserved(),
                stock.available(),
                stock.asOf(),
                stock.warehouses().stream().map(WarehouseLevel::of).toList());
    }
}
