package dev.covenant.inventory.api.v1;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.inventory.stock.Shortage;

/** A SKU of which there was not enough. */
public record ShortLine(
        @Schema(examples = "MUG-BLUE") String sku,
        @Schema(examples = "2") long requested,

        @Schema(examples = "1", description = "What was left, 0 for a SKU that inventory does not know")
        long available) {
    static List<ShortLine> of(List<Shortage> shortages) {
        return shortages.stream()
                .map(shortage -> new ShortLine(shortage.sku(), shortage.requested(), shortage.available()))
                .toList();
    }
}
