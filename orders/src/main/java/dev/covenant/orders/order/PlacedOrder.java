package dev.covenant.orders.order;

import java.util.List;

/** An order with its lines. */
public record PlacedOrder(CustomerOrder order, List<OrderLine> lines) {}
