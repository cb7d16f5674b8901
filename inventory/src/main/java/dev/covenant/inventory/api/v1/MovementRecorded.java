package dev.covenant.inventory.api.v1;

import java.util.UUID;

import dev.covenant.inventory.stock.Movement;
import dev.covenant.inventory.stock.MovementType;

/** A movement that stock includes. */
public record MovementRecorded(
        UUID movementId, String sku, MovementType type, long quantity, String reason, String warehouse) {
    static MovementRecorded of(Movement movement) {
        return new MovementRecorded(
                movement.id(),
                movement.sku(),
                movement.type(),
                movement.quantity(),
                movement.reason(),
                movement.warehouse());
    }
}
