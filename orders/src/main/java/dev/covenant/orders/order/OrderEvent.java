package dev.covenant.orders.order;

import java.util.Map;

/** Something that happened to an order. @param payload what belongs to it; no secret */
public record OrderEvent(String type, Map<String, ?> payload) {
    public static OrderEvent of(String type) {
        return new OrderEvent(type, Map.of());
    }
}
