package dev.covenant.audit.books;

import java.util.UUID;

/** An idempotency key. @param customer whose the order is that it leads to; null when there is no such order */
public record Key(String subject, String operation, String key, UUID orderId, String customer) {
    public boolean leadsHome() {
        return subject.equals(customer);
    }
}
