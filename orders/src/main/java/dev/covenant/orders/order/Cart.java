package dev.covenant.orders.order;

import java.util.List;

/** What a customer wants, before prices. @param currency ISO 4217 */
public record Cart(List<Item> items, String currency) {
    public record Item(String sku, int quantity) {}
}
