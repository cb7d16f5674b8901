package dev.covenant.inventory.reservation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import dev.covenant.inventory.stock.Quantity;
import dev.covenant.inventory.stock.Shortage;

import static java.time.temporal.ChronoUnit.MICROS;

/**
 * Pieces that one client claims, all lines or none. HELD becomes COMMITTED, RELEASED or EXPIRED; COMMITTED becomes RETURNED. A request
 * that finds too little stock is REFUSED from the start. An undo of something never seen is kept as a tombstone, a final state without
 * lines: the late request that it undoes finds it and holds nothing.
 *
 * @param client to whom the id belongs, the first who used it
 * @param expiresAt when the hold may be given up, in whole microseconds; null for a tombstone
 * @param lines one per SKU, in the order of the SKUs, whatever order they are given in
 * @param shortages what was short, in the order of the SKUs; empty unless REFUSED
 */
public record Reservation(
        UUID id,
        String client,
        ReservationState state,
        Instant expiresAt,
        List<Quantity> lines,
        List<Shortage> shortages) {

    public Reservation {
        // What the database keeps: a request read back must equal the one sent.
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(MICROS);
        lines = lines.stream().sorted(Comparator.comparing(Quantity::sku)).toList();
        shortages =
                shortages.stream().sorted(Comparator.comparing(Shortage::sku)).toList();
    }

    /** A hold that is asked for. */
    public static Reservation hold(UUID id, String client, Instant expiresAt, List<Quantity> lines) {
        return new Reservation(id, client, ReservationState.HELD, expiresAt, lines, List.of());
    }

    static Reservation tombstone(UUID id, String client, ReservationState undone) {
        return new Reservation(id, client, undone, null, List.of(), List.of());
    }

    public boolean belongsTo(String caller) {
        return client.equals(caller);
    }

    Reservation refused(List<Shortage> shortages) {
        return new Reservation(id, client, ReservationState.REFUSED, expiresAt, lines, shortages);
    }

    /** Pieces leave the house: from any HELD row, because only whoever expires it may judge it by the clock. */
    Transition commit() {
        return switch (state) {
            case HELD -> to(ReservationState.COMMITTED);
            case COMMITTED -> new Transition.Already(this);
            case RELEASED, RETURNED, EXPIRED, REFUSED -> new Transition.Impossible(state);
        };
    }

    /** Undoes a hold. What left the house is undone by {@link #takeBack} alone. */
    Transition release() {
        return switch (state) {
            case HELD -> to(ReservationState.RELEASED);
            case COMMITTED -> new Transition.Impossible(state);
            case RELEASED, RETURNED, EXPIRED, REFUSED -> new Transition.Already(this);
        };
    }

    /** Undoes a commit. */
    Transition takeBack() {
        return switch (state) {
            case COMMITTED -> to(ReservationState.RETURNED);
            case HELD -> new Transition.Impossible(state);
            case RELEASED, RETURNED, EXPIRED, REFUSED -> new Transition.Already(this);
        };
    }

    /** What this one, stored under the id, makes of another request with the same id. */
    ReserveOutcome answerTo(Reservation request) {
        if (!belongsTo(request.client)) {
            return new ReserveOutcome.BelongsToAnother();
        }
        if (!isTombstone() && !asksTheSameAs(request)) {
            return new ReserveOutcome.DifferentRequest();
        }
        return switch (state) {
            case HELD, COMMITTED -> new ReserveOutcome.Reserved(this);
            case REFUSED -> new ReserveOutcome.ShortOfStock(shortages);
            case RELEASED, RETURNED, EXPIRED -> new ReserveOutcome.NotInForce(state);
        };
    }

    private boolean asksTheSameAs(Reservation request) {
        return expiresAt.equals(request.expiresAt) && lines.equals(request.lines);
    }

    private boolean isTombstone() {
        return lines.isEmpty();
    }

    private Transition to(ReservationState next) {
        return new Transition.To(new Reservation(id, client, next, expiresAt, lines, shortages));
    }
}
