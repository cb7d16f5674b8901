package dev.covenant.audit.books;

import java.time.Instant;

/** One entry of an order's log. @param payload JSON */
public record Event(int seq, String type, String payload, Instant recordedAt) {}
