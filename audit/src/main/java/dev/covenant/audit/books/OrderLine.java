package dev.covenant.audit.books;

/** One line of an order. */
public record OrderLine(int number, String sku, String kind, long quantity, long unitPrice) {}
