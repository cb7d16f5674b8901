package dev.covenant.inventory.api.v1;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.inventory.api.Sku;
import dev.covenant.inventory.stock.Quantity;

/** Pieces of one SKU. */
public record ReservationLine(
        @Sku @Schema(examples = "MUG-BLUE") String sku,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "2")
        Long quantity) {
    static ReservationLine of(Quantity line) {
        return new ReservationLine(line.sku(), line.pieces());
    }

    Quantity asQuantity() {
        return new Quantity(sku, quantity);
    }
}
