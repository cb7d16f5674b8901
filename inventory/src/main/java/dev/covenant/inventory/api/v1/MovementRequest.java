package dev.covenant.inventory.api.v1;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.chassis.problem.Violation;
import dev.covenant.chassis.validation.CrossChecked;
import dev.covenant.inventory.stock.Movement;
import dev.covenant.inventory.stock.MovementType;
import dev.covenant.inventory.stock.Warehouses;

/** A receipt (pieces come in) or an adjustment (a count is corrected, up or down). */
public record MovementRequest(
        @NotNull @Schema(examples = "RECEIPT") Type type,

        @NotNull @Min(-MovementRequest.MOST) @Max(MovementRequest.MOST) @Schema(examples = "50")
        Long quantity,

        @NotBlank @Size(max = 200) @Schema(examples = "Delivery note 4711")
        String reason,

        @KnownWarehouse @Schema(examples = "MAIN", description = "Where the pieces lie; MAIN when absent")
        String warehouse)
        implements CrossChecked {
    static final long MOST = 1_000_000;

    /** What a client may record. */
    @Schema(name = "MovementRequestType")
    public enum Type {
        RECEIPT,
        ADJUSTMENT
    }

    @Override
    public Optional<Violation> misfit() {
        if (type == null || quantity == null || (type == Type.RECEIPT ? quantity > 0 : quantity != 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Violation("quantity", "must be more than 0 for a RECEIPT and other than 0 for an ADJUSTMENT"));
    }

    Movement asMovement(UUID id, String sku) {
        return new Movement(
                id,
                sku,
                MovementType.valueOf(type.name()),
                quantity,
                reason,
                warehouse == null ? Warehouses.MAIN : warehouse);
    }
}
