package dev.covenant.payments.refund;

import java.util.UUID;

/**
 * The command to refund.
 *
 * @param amount minor units, more than none; null for all that remains
 */
public record RefundRequest(UUID refundId, UUID paymentId, String client, Long amount) {}
