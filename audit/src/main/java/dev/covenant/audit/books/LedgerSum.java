package dev.covenant.audit.books;

/** The postings of one currency in a stretch of journals. @param sum signed minor units; anything but 0 is wrong */
public record LedgerSum(String currency, long from, long to, long sum, long journals) {}
