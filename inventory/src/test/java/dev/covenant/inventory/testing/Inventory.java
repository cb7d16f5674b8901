package dev.covenant.inventory.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.api.v1.ReservationLine;
import dev.covenant.inventory.api.v1.ReservationRequest;

/** The inventory under test as one of its clients uses it. Each test brings SKUs of its own, so that tests share a server in peace. */
public record Inventory(HttpCaller http) {
    /** Whole seconds ahead: the same for every request of a test run, so that sending again means sending the same. */
    public static final Instant SOON = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    /** The end of a hold that may be given up at once. */
    public static final Instant OVER = SOON.minus(2, ChronoUnit.HOURS);

    /** One who reserves as the service orders does and counts stock as a merchandiser does, whatever his name. */
    public static Inventory as(String client, ServerUnderTest server) {
        var token = server.tokens().token(client, "inventory", "service-orders", "merchandiser");
        return new Inventory(new HttpCaller(server.baseUri(), token));
    }

    /** A new SKU that sorts by its name, with so many pieces in the house. */
    public String newItem(String name, long pieces) {
        var sku = newSku(name);
        if (pieces > 0) {
            receive(sku, pieces);
        }
        return sku;
    }

    /** A SKU that nobody has used, and that sorts by its name. */
    public static String newSku(String name) {
        return name + "-" + UuidV7.next().toString().toUpperCase(Locale.ROOT);
    }

    public Answer receive(String sku, long pieces) {
        return move(sku, UuidV7.next(), "RECEIPT", pieces);
    }

    public Answer move(String sku, UUID movement, String type, long quantity) {
        return move(sku, movement, Map.of("type", type, "quantity", quantity, "reason", "test"));
    }

    public Answer move(String sku, UUID movement, String type, long quantity, String warehouse) {
        return move(
                sku, movement, Map.of("type", type, "quantity", quantity, "reason", "test", "warehouse", warehouse));
    }

    private Answer move(String sku, UUID movement, Map<String, ?> body) {
        return http.put("api/v1/stock/%s/movements/%s".formatted(sku, movement), body);
    }

    public Answer look(String sku) {
        return http.get("api/v1/stock/" + sku);
    }

    /** Several at once. */
    public Answer look(Collection<String> skus) {
        return http.get("api/v1/stock?sku=" + String.join("&sku=", skus));
    }

    /** Where its pieces lie. */
    public Answer inside(String sku) {
        return http.get("api/v2/stock/" + sku);
    }

    /** Of that answer, each warehouse with what is on hand and reserved in it, such as {@code MAIN 10 - 3}. */
    public static List<String> places(Answer answer) {
        return answer.json().get("warehouses").values().stream()
                .map(place -> "%s %d - %d"
                        .formatted(
                                place.get("warehouse").asString(),
                                place.get("onHand").asLong(),
                                place.get("reserved").asLong()))
                .toList();
    }

    public Level level(String sku) {
        var level = look(sku).json();
        return new Level(level.get("onHand").asLong(), level.get("reserved").asLong());
    }

    public Answer reserve(UUID id, ReservationLine... lines) {
        return reserve(id, SOON, lines);
    }

    public Answer reserve(UUID id, Instant end, ReservationLine... lines) {
        return http.put(path(id), new ReservationRequest(List.of(lines), end));
    }

    /** Holds pieces whose time is over already. */
    public UUID expiredHold(ReservationLine... lines) {
        var id = UuidV7.next();
        if (reserve(id, OVER, lines).status() != 200) {
            throw new IllegalStateException("Too little stock for a hold of " + List.of(lines));
        }
        return id;
    }

    public String stateOf(UUID id) {
        return show(id).state();
    }

    public Answer show(UUID id) {
        return http.get(path(id));
    }

    public Answer commit(UUID id) {
        return http.post(path(id) + "/commit");
    }

    public Answer release(UUID id) {
        return http.post(path(id) + "/release");
    }

    public Answer takeBack(UUID id) {
        return http.post(path(id) + "/return");
    }

    public static ReservationLine line(String sku, long quantity) {
        return new ReservationLine(sku, quantity);
    }

    private static String path(UUID id) {
        return "api/v1/reservations/" + id;
    }

    public record Level(long onHand, long reserved) {}
}
