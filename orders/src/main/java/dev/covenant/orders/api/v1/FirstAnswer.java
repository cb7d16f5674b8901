package dev.covenant.orders.api.v1;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.chassis.json.Json;
import dev.covenant.orders.checkout.GiveUpOrder;
import dev.covenant.orders.checkout.IdempotencyKey;
import dev.covenant.orders.checkout.PlaceOrder;
import dev.covenant.orders.checkout.StoredAnswer;
import dev.covenant.orders.checkout.WaitEnd;
import dev.covenant.orders.order.Ending;
import dev.covenant.orders.order.OrderHistory;
import dev.covenant.orders.order.OrderStatus;
import dev.covenant.orders.order.PlacedOrder;

/** Answers a placed order with what it is now, and remembers the answer under its key in the same transaction. */
@ApplicationScoped
class FirstAnswer {
    private final OrderHistory orders;
    private final PlaceOrder placeOrder;
    private final GiveUpOrder giveUpOrder;
    private final Transactions transactions;
    private final int retryAfterSeconds;

    @Inject
    FirstAnswer(
            OrderHistory orders,
            PlaceOrder placeOrder,
            GiveUpOrder giveUpOrder,
            Transactions transactions,
            @ConfigProperty(name = "orders.inventory.retry-after-seconds") int retryAfterSeconds) {
        if (retryAfterSeconds < 1 || retryAfterSeconds > 3_600) {
            throw new IllegalArgumentException(
                    "orders.inventory.retry-after-seconds must be from 1 to 3600, not " + retryAfterSeconds);
        }
        this.retryAfterSeconds = retryAfterSeconds;
        this.orders = orders;
        this.placeOrder = placeOrder;
        this.giveUpOrder = giveUpOrder;
        this.transactions = transactions;
    }

    /** Wrong settings end the start, not the first 503. */
    void check(@Observes Startup startup) {}

    /**
     * An order for which inventory had no answer in all our time, or may not be asked now, is given up: its customer sends the same
     * request again.
     */
    Response to(IdempotencyKey key, UUID orderId, WaitEnd end) {
        return (end == WaitEnd.OUT_OF_TIME || end == WaitEnd.HELD_UP) && giveUpOrder.forLackOfInventory(orderId, key)
                ? inventoryUnavailable()
                : transactions
                        .run(() -> remembered(key, orderId))
                        .map(answer -> again(orderId, answer))
                        .orElseGet(() -> withoutKey(key, orderId));
    }

    Response inventoryUnavailable() {
        return PlacementProblems.inventoryUnavailable(retryAfterSeconds);
    }

    private Optional<StoredAnswer> remembered(IdempotencyKey key, UUID orderId) {
        return placeOrder.answered(key, orderId, asItIs(find(key, orderId)));
    }

    /** Another request with the same key gave the order up while this one waited; or the key's time was over. */
    private Response withoutKey(IdempotencyKey key, UUID orderId) {
        var placed = find(key, orderId);
        return placed.order()
                        .ending()
                        .map(Ending::type)
                        .filter(Ending.INVENTORY_UNAVAILABLE.type()::equals)
                        .isPresent()
                ? inventoryUnavailable()
                : again(orderId, asItIs(placed));
    }

    private PlacedOrder find(IdempotencyKey key, UUID orderId) {
        return orders.find(orderId, key.subject()).orElseThrow();
    }

    private static StoredAnswer asItIs(PlacedOrder placed) {
        var status = placed.order().status() == OrderStatus.PENDING ? 202 : 201;
        return new StoredAnswer(status, Json.strict().writeValueAsString(OrderView.of(placed)));
    }

    /** The same answer, as it was stored. */
    static Response again(UUID orderId, StoredAnswer answer) {
        return Response.status(answer.status())
                .header(HttpHeaders.LOCATION, URI.create("/api/v1/orders/" + orderId))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body())
                .build();
    }
}
