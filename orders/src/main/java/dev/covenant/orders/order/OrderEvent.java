package dev.covenant.orders.order;

import java.util.Map;

/** Something that happened to an order. @param payload what belongs to it; no secret */
public record OrderEvent(String type, Map<String, ?> payload) {
    /** Nothing more happens to the order by itself. */
    public static final String CHECKOUT_FINISHED = "checkout-finished";

    public static OrderEvent of(String type) {
        return new OrderEvent(type, Map.of());
    }
}
