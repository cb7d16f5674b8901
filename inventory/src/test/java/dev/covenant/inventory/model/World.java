package dev.covenant.inventory.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

import dev.covenant.inventory.reservation.ReservationState;

/** All movements and reservations of the model. There are no counters: what is there and what is reserved is added up when asked for. */
record World(Map<Integer, Moved> movements, Map<Integer, Claim> claims) {
    private static final String MAIN = "MAIN";
    private static final List<String> WAREHOUSES = List.of(MAIN, "EAST", "NORTH");

    static final World EMPTY = new World(Map.of(), Map.of());

    /** A movement that somebody recorded. */
    record Moved(Command.Move asked, boolean applied) {
        boolean isIn(String sku, String warehouse) {
            return applied && asked.sku().equals(sku) && asked.warehouse().equals(warehouse);
        }
    }

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

    boolean knows(String sku, String warehouse) {
        return movements.values().stream().anyMatch(moved -> moved.isIn(sku, warehouse))
                || warehouse.equals(MAIN) && knows(sku);
    }

    /** What movements brought, less what left from here; what came back came to MAIN. */
    long onHand(String sku, String warehouse) {
        var moved = movements.values().stream()
                .filter(movement -> movement.isIn(sku, warehouse))
                .mapToLong(movement -> movement.asked().quantity())
                .sum();
        var left = claims.values().stream()
                .mapToLong(claim -> claim.picked(sku, warehouse))
                .sum();
        return moved - left + (warehouse.equals(MAIN) ? pieces(sku, ReservationState.RETURNED) : 0);
    }

    /** Where the pieces of a claim leave from: MAIN first, then the others by name. */
    Map<String, Map<String, Long>> picks(Claim claim) {
        return claim.lines().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, line -> spread(line.getKey(), line.getValue())));
    }

    /** Each warehouse with what is on hand, and with the held pieces that would leave from there. */
    List<String> places(String sku) {
        var reserved = spread(sku, reserved(sku));
        return WAREHOUSES.stream()
                .filter(warehouse -> warehouse.equals(MAIN) || onHand(sku, warehouse) > 0)
                .map(warehouse -> "%s %d - %d".formatted(warehouse, onHand(sku, warehouse), reserved.get(warehouse)))
                .toList();
    }

    private Map<String, Long> spread(String sku, long pieces) {
        var from = new HashMap<String, Long>();
        var rest = pieces;
        for (var warehouse : WAREHOUSES) {
            var taken = Math.min(rest, onHand(sku, warehouse));
            from.put(warehouse, taken);
            rest -= taken;
        }
        return from;
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
