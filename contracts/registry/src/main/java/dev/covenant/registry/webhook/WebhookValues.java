package dev.covenant.registry.webhook;

import java.util.List;

/**
 * What a client says of a webhook.
 *
 * @param description null when it was not given
 */
public record WebhookValues(
        String description,
        Party consumer,
        Party provider,
        List<WebhookEvent> events,
        boolean enabled,
        WebhookRequest request) {

    public WebhookValues with(WebhookRequest other) {
        return new WebhookValues(description, consumer, provider, events, enabled, other);
    }
}
