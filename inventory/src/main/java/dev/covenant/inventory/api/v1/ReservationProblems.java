package dev.covenant.inventory.api.v1;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.inventory.reservation.ReservationState;
import dev.covenant.inventory.stock.Shortage;

/** Why a command on a reservation is refused. */
final class ReservationProblems {
    private ReservationProblems() {}

    static Response insufficientStock(List<Shortage> shortages) {
        return Problem.of(409, "insufficient-stock", "Insufficient stock")
                .detail(shortages.stream()
                        .map(shortage -> "%s: %d wanted, %d left"
                                .formatted(shortage.sku(), shortage.requested(), shortage.available()))
                        .collect(Collectors.joining("; ")))
                .with("shortages", ShortLine.of(shortages))
                .response();
    }

    /** The state stands in the way, whatever the command. */
    static Response conflict(ReservationState state) {
        return switch (state) {
            case HELD -> conflict("not-committed", "not committed", "It is only held: release it instead.");
            case COMMITTED -> conflict("committed", "committed", "Its pieces have left the house: return it instead.");
            case RELEASED, RETURNED -> conflict("released", "released", "It was undone, and holds nothing any more.");
            case EXPIRED -> conflict("expired", "expired", "Its time is over, and it holds nothing any more.");
            case REFUSED -> conflict("refused", "refused", "There was too little stock, and it never held anything.");
        };
    }

    private static Response conflict(String type, String title, String detail) {
        return Problem.of(409, "reservation-" + type, "Reservation " + title)
                .detail(detail)
                .response();
    }
}
