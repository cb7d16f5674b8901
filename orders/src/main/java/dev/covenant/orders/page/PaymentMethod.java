package dev.covenant.orders.page;

/** A way to pay. @param method its stable code, such as {@code card} @param name for people */
public record PaymentMethod(String method, String name) {}
