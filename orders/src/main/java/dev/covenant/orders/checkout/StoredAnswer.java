package dev.covenant.orders.checkout;

/** What a request was answered, kept so that the same request gets the same again. @param status of HTTP @param body JSON */
public record StoredAnswer(int status, String body) {}
