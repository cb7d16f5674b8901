package dev.covenant.orders.api.v1;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.ProductKind;

/** What a product is called, what it is and what it costs from now on. */
public record ProductRequest(
        @NotBlank @Size(max = 120) @Schema(examples = "Blue mug")
        String name,

        @NotNull ProductKind kind,
        @NotNull @Valid Money price) {
    Product product(String sku) {
        return new Product(sku, name, kind, price.amount(), price.currency());
    }
}
