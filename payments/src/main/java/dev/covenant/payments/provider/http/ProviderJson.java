package dev.covenant.payments.provider.http;

import java.util.List;

/**
 * What we read of the provider's documents: a charge or a refund as it stands, or an error. What a document has not is null.
 *
 * @param reason why a refund failed
 */
record ProviderJson(
        String id, String state, String declineReason, String reason, List<ProviderJson> refunds, String error) {
    record Authorize(long amount, String currency, String token) {}

    record Refund(long amount) {}
}
