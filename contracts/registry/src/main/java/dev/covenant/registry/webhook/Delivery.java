package dev.covenant.registry.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a webhook is told.
 *
 * @param webhook its uuid
 * @param parameters JSON: what its templates stand for
 * @param attempts how many have begun, this one included while it is made
 */
public record Delivery(
        long id,
        UUID uuid,
        long webhookId,
        String webhook,
        WebhookEvent event,
        String parameters,
        State state,
        int attempts,
        Instant createdAt) {

    /** How far it is. */
    public enum State {
        WAITING,
        DELIVERED,
        /** The last attempt failed too. */
        FAILED
    }
}
