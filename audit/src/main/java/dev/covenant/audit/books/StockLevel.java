package dev.covenant.audit.books;

/**
 * A SKU's counters, and what they must come to, all of one moment.
 *
 * @param onHand null when there is no such item, though movements or holds name it
 * @param reserved null like {@code onHand}
 * @param moved sum of its applied movements
 * @param held sum of the lines of HELD reservations
 * @param misnamed movements of a sale or return that name no reservation, and others that name one
 */
public record StockLevel(String sku, Long onHand, Long reserved, long moved, long held, long misnamed) {}
