package dev.covenant.inventory.stock;

/**
 * A SKU of which there was not enough.
 *
 * @param requested pieces asked for
 * @param available pieces that could still be promised at that moment; 0 for a SKU that inventory does not know
 */
public record Shortage(String sku, long requested, long available) {}
