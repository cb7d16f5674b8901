package dev.covenant.audit.books;

/**
 * A SKU's counters, and what they must come to, all of one moment.
 *
 * @param onHand null when there is no such item, though movements or holds name it
 * @param reserved null like {@code onHand}
 * @param elsewhere pieces of {@code onHand} that lie in other warehouses than MAIN; null like {@code onHand}
 * @param moved sum of its applied movements
 * @param held sum of the lines of HELD reservations
 * @param misplaced warehouses other than MAIN that have something else than their movements come to
 * @param lying pieces that the other warehouses have
 * @param misnamed movements of a sale or return that name no reservation, and others that name one
 */
public record StockLevel(
        String sku,
        Long onHand,
        Long reserved,
        Long elsewhere,
        long moved,
        long held,
        long lying,
        long misplaced,
        long misnamed) {}
