package dev.covenant.audit.books;

import java.time.Instant;

/** What the provider has not answered. @param oldest when the oldest of it was first asked; null when there is none */
public record OpenAttempts(long count, Instant oldest) {}
