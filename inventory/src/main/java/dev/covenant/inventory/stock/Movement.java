package dev.covenant.inventory.stock;

import java.util.UUID;

/**
 * A change of stock that a person records: goods received, or a corrected count.
 *
 * @param quantity pieces, negative when the count goes down; never 0
 * @param reason for whoever reads the movements later
 * @param warehouse where the pieces lie
 */
public record Movement(UUID id, String sku, MovementType type, long quantity, String reason, String warehouse) {}
