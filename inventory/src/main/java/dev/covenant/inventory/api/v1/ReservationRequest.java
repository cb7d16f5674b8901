package dev.covenant.inventory.api.v1;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.chassis.problem.Violation;
import dev.covenant.chassis.validation.CrossChecked;
import dev.covenant.inventory.reservation.Reservation;

/** Stock to hold: all lines or none. */
public record ReservationRequest(
        @NotNull @Size(min = 1, max = 50) @Schema(description = "One for each SKU, in any order")
        List<@NotNull @Valid ReservationLine> lines,

        @NotNull @HoldEnd @Schema(examples = "2026-01-31T12:05:00Z", description = "At most 24 hours ahead")
        Instant expiresAt)
        implements CrossChecked {

    @Override
    public Optional<Violation> misfit() {
        var skus = Optional.ofNullable(lines).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .map(ReservationLine::sku)
                .filter(Objects::nonNull)
                .toList();
        return skus.stream().distinct().count() == skus.size()
                ? Optional.empty()
                : Optional.of(new Violation("lines", "must name each SKU once"));
    }

    Reservation asHold(UUID id, String client) {
        return Reservation.hold(
                id,
                client,
                expiresAt,
                lines.stream().map(ReservationLine::asQuantity).toList());
    }
}
