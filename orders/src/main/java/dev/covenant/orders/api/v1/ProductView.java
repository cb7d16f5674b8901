package dev.covenant.orders.api.v1;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;

/** A product and its price. */
public record ProductView(
        @Schema(examples = "MUG-BLUE") String sku,
        @Schema(examples = "Blue mug") String name,
        ProductKind kind,
        Money price) {
    static ProductView of(Product product) {
        return new ProductView(
                product.sku(), product.name(), product.kind(), new Money(product.price(), product.currency()));
    }
}
