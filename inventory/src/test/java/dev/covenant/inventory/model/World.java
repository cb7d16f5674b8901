package dev.covenant.inventory.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import dev.covenant.inventory.reservation.ReservationState;

/** All movements and reservations of the model. There are no counters: what is there and what is reserved is added up when asked for. */
record World(Map<Integer, Moved> movements, Map<Integer, Claim> claims) {
    static final World EMPTY = new World(Map.of(), Map.of());

    /** A movement that somebody recorded. */
    record Moved(Command.Move asked, boolean applied) {}

    Optional<Moved> movement(int number) {
        return Optional.ofNullable(movements.get(number));
    }

    Optional<Claim> claim(int number) {
        return Optional.ofNullable(claims.get(number));
    }

    World with(Moved moved) {
        var all = new HashMap<>(movements);
        all.put(moved.asked().movement(), moved);
        return new World(Map.copyOf(all), claims);
    }

    World with(int number, Claim claim) {
        var all = new HashMap<>(claims);
        all.put(number, claim);
        return new World(movements, Map.copyOf(all));
    }

    boolean knows(String sku) {
        return movements.values().stream()
                .anyMatch(moved -> moved.applied() && moved.asked().sku().equals(sku));
    }

    long onHand(String sku) {
        var moved = movements.values().stream()
                .filter(movement -> movement.applied() && movement.asked().sku().equals(sku))
                .mapToLong(movement -> movement.asked().quantity())
                .sum();
        return moved - pieces(sku, ReservationState.COMMITTED);
    }

    long reserved(String sku) {
        return pieces(sku, ReservationState.HELD);
    }

    /** Each SKU of which there is too little, with what is left. */
    List<String> shortages(SortedMap<String, Long> lines) {
        return lines.entrySet().stream()
                .filter(line -> isShort(line.getKey(), line.getValue()))
                .map(line -> "%s wanted %d left %d".formatted(line.getKey(), line.getValue(), left(line.getKey())))
                .toList();
    }

    /** When holds whose time is over are given up that claim something of which there is too little. */
    World sweptFor(SortedMap<String, Long> lines) {
        var swept = this;
        for (var claim : claims.entrySet()) {
            var isInTheWay = lines.entrySet().stream()
                    .anyMatch(line -> isShort(line.getKey(), line.getValue())
                            && claim.getValue().pieces(line.getKey()) > 0);
            if (isInTheWay && claim.getValue().mayBeGivenUp()) {
                swept = swept.with(claim.getKey(), claim.getValue().become(ReservationState.EXPIRED));
            }
        }
        return swept;
    }

    private boolean isShort(String sku, long wanted) {
        return left(sku) < wanted;
    }

    private long left(String sku) {
        return onHand(sku) - reserved(sku);
    }

    private long pieces(String sku, ReservationState state) {
        return claims.values().stream()
                .filter(claim -> claim.is(state))
                .mapToLong(claim -> claim.pieces(sku))
                .sum();
    }
}
