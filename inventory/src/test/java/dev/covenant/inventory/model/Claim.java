package dev.covenant.inventory.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.covenant.inventory.model.Command.End;
import dev.covenant.inventory.reservation.ReservationState;

/**
 * A reservation in the model.
 *
 * @param end null when it was undone before anybody asked for it
 * @param shortages why it was refused
 * @param picks how many pieces left from where, by SKU and warehouse; empty before they leave
 */
record Claim(
        int client,
        ReservationState state,
        End end,
        SortedMap<String, Long> lines,
        List<String> shortages,
        Map<String, Map<String, Long>> picks) {
    static Claim held(Command.Reserve asked) {
        return new Claim(asked.client(), ReservationState.HELD, asked.end(), asked.lines(), List.of(), Map.of());
    }

    static Claim refused(Command.Reserve asked, List<String> shortages) {
        return new Claim(asked.client(), ReservationState.REFUSED, asked.end(), asked.lines(), shortages, Map.of());
    }

    static Claim undoneUnseen(int client, ReservationState undone) {
        return new Claim(client, undone, null, new TreeMap<>(), List.of(), Map.of());
    }

    Claim become(ReservationState next) {
        return new Claim(client, next, end, lines, shortages, picks);
    }

    Claim leaving(Map<String, Map<String, Long>> from) {
        return new Claim(client, ReservationState.COMMITTED, end, lines, shortages, from);
    }

    long picked(String sku, String warehouse) {
        return picks.getOrDefault(sku, Map.of()).getOrDefault(warehouse, 0L);
    }

    Claim withTimeOver() {
        return new Claim(client, state, End.OVER, lines, shortages, picks);
    }

    boolean is(ReservationState other) {
        return state == other;
    }

    boolean mayBeGivenUp() {
        return is(ReservationState.HELD) && end == End.OVER;
    }

    /** Whether a request may be this one, sent again. What was undone unseen may have been any. */
    boolean answers(Command.Reserve request) {
        return end == null || end == request.end() && lines.equals(request.lines());
    }

    long pieces(String sku) {
        return lines.getOrDefault(sku, 0L);
    }

    String view(int reservation) {
        return "200 r%d %s until %s %s %s".formatted(reservation, state, end, lines, shortages);
    }
}
