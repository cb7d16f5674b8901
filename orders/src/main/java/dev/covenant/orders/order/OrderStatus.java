package dev.covenant.orders.order;

/** PENDING until the checkout decides; CONFIRMED can still become CANCELLED; the other two are final. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    REJECTED,
    CANCELLED
}
