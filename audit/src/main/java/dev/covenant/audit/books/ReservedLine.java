package dev.covenant.audit.books;

/** Pieces of one SKU that a reservation claims. @param available what was left when it was refused; null otherwise */
public record ReservedLine(String sku, long quantity, Long available) {}
