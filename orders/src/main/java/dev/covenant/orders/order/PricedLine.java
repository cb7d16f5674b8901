package dev.covenant.orders.order;

import dev.covenant.orders.catalogue.ProductKind;

/** A line of an order to be placed. @param unitPrice in minor units */
public record PricedLine(String sku, String name, ProductKind kind, int quantity, long unitPrice) {
    long total() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
