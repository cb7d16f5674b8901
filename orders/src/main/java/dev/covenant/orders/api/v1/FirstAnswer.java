package dev.covenant.orders.api.v1;

import java.net.URI;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.covenant.chassis.json.Json;
import dev.covenant.orders.checkout.IdempotencyKey;
import dev.covenant.orders.checkout.PlaceOrder;
import dev.covenant.orders.checkout.StoredAnswer;
import dev.covenant.orders.order.OrderHistory;
import dev.covenant.orders.order.OrderStatus;

/** Answers a placed order with what it is now, and remembers the answer under its key in the same transaction. */
@ApplicationScoped
class FirstAnswer {
    private final OrderHistory orders;
    private final PlaceOrder placeOrder;

    @Inject
    FirstAnswer(OrderHistory orders, PlaceOrder placeOrder) {
        this.orders = orders;
        this.placeOrder = placeOrder;
    }

    @Transactional
    Response to(IdempotencyKey key, UUID orderId) {
        var placed = orders.find(orderId, key.subject()).orElseThrow();
        var status = placed.order().status() == OrderStatus.PENDING ? 202 : 201;
        var body = Json.strict().writeValueAsString(OrderView.of(placed));
        return again(orderId, placeOrder.answered(key, orderId, new StoredAnswer(status, body)));
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
