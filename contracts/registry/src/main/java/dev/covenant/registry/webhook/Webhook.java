package dev.covenant.registry.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who wants to be told of what, and how.
 *
 * @param uuid clients may choose it: 16 to 255 letters, digits, hyphens and underscores
 * @param description null when it was not given
 * @param request with its secrets; empty when it was sealed with another key
 */
public record Webhook(
        long id,
        String uuid,
        String description,
        Party consumer,
        Party provider,
        List<WebhookEvent> events,
        boolean enabled,
        Optional<WebhookRequest> request,
        Instant createdAt,
        Instant updatedAt) {

    /** What people are shown. */
    public String title() {
        return description == null
                ? request.map(WebhookRequest::title).orElse("Request sealed with another key")
                : description;
    }
}
