package dev.covenant.inventory.api.v1;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.ServerUnderTest;

/** The inventory under test as one of its clients uses it. Each test brings SKUs of its own, so that tests share a server in peace. */
record Inventory(HttpCaller http) {
    /** Whole seconds ahead: the same for every request of a test run, so that sending again means sending the same. */
    static final Instant SOON = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    /** The end of a hold that may be given up at once. */
    static final Instant OVER = SOON.minus(2, ChronoUnit.HOURS);

    static Inventory as(String client, ServerUnderTest server) {
        return new Inventory(new HttpCaller(server.baseUri(), server.tokens().service(client, "inventory")));
    }

    /** A new SKU that sorts by its name, with so many pieces in the house. */
    String newItem(String name, long pieces) {
        var sku = name + "-"
                + Long.toString(UuidV7.next().getMostSignificantBits(), 36).toUpperCase()
                + Long.toString(UuidV7.next().getLeastSignificantBits() >>> 1, 36)
                        .toUpperCase();
        if (pieces > 0) {
            receive(sku, pieces);
        }
        return sku;
    }

    Answer receive(String sku, long pieces) {
        return move(sku, UuidV7.next(), "RECEIPT", pieces);
    }

    Answer move(String sku, UUID movement, String type, long quantity) {
        return http.put(
                "api/v1/stock/%s/movements/%s".formatted(sku, movement),
                Map.of("type", type, "quantity", quantity, "reason", "test"));
    }

    Level level(String sku) {
        var level = http.get("api/v1/stock/" + sku).json();
        return new Level(level.get("onHand").asLong(), level.get("reserved").asLong());
    }

    Answer reserve(UUID id, ReservationLine... lines) {
        return reserve(id, SOON, lines);
    }

    Answer reserve(UUID id, Instant end, ReservationLine... lines) {
        return http.put(path(id), new ReservationRequest(List.of(lines), end));
    }

    /** Holds pieces whose time is over already. */
    UUID expiredHold(ReservationLine... lines) {
        var id = UuidV7.next();
        if (reserve(id, OVER, lines).status() != 200) {
            throw new IllegalStateException("Too little stock for a hold of " + List.of(lines));
        }
        return id;
    }

    String stateOf(UUID id) {
        return show(id).state();
    }

    Answer show(UUID id) {
        return http.get(path(id));
    }

    Answer commit(UUID id) {
        return http.post(path(id) + "/commit");
    }

    Answer release(UUID id) {
        return http.post(path(id) + "/release");
    }

    Answer takeBack(UUID id) {
        return http.post(path(id) + "/return");
    }

    static ReservationLine line(String sku, long quantity) {
        return new ReservationLine(sku, quantity);
    }

    private static String path(UUID id) {
        return "api/v1/reservations/" + id;
    }

    record Level(long onHand, long reserved) {}
}
