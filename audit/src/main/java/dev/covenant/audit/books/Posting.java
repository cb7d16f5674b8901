package dev.covenant.audit.books;

/** One line of a journal. @param amount signed minor units */
public record Posting(String account, String currency, long amount) {}
