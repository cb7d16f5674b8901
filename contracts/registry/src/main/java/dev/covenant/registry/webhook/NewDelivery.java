package dev.covenant.registry.webhook;

import java.util.Map;

/**
 * That a webhook is to be told.
 *
 * @param publicationId of the contract
 * @param verificationId of the result; null when a contract is told of
 */
record NewDelivery(
        long webhookId, WebhookEvent event, long publicationId, Long verificationId, Map<String, String> parameters) {}
