package dev.covenant.orders.order;

import java.util.List;
import java.util.UUID;

/** Is told of each order's events as they are appended, inside the transaction that appends them and may still fail. */
public interface EventWitness {
    void appended(UUID orderId, List<OrderEvent> events);
}
