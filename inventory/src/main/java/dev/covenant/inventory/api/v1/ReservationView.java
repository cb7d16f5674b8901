package dev.covenant.inventory.api.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.inventory.reservation.Reservation;
import dev.covenant.inventory.reservation.ReservationState;

/** A reservation as it stands. */
@Schema(requiredProperties = {"reservationId", "state", "lines"})
public record ReservationView(
        UUID reservationId,
        @Schema(examples = "HELD") ReservationState state,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "2026-01-31T12:05:00Z", description = "Absent when it was undone before it arrived")
        Instant expiresAt,

        @Schema(description = "Ordered by SKU; empty when it was undone before it arrived")
        List<ReservationLine> lines,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "Only when REFUSED")
        List<ShortLine> shortages) {
    static ReservationView of(Reservation reservation) {
        return new ReservationView(
                reservation.id(),
                reservation.state(),
                reservation.expiresAt(),
                reservation.lines().stream().map(ReservationLine::of).toList(),
                ShortLine.of(reservation.shortages()));
    }
}
