package dev.covenant.audit.books;

/** A refund in the provider's books, in minor units. */
public record ProviderRefund(String id, long amount, String state, String reason) {}
