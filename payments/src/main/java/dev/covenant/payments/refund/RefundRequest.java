package dev.covenant.payments.refund;

import java.util.UUID;

import dev.covenant.payments.payment.Viewer;

/**
 * The command to refund.
 *
 * @param by who asks, of a payment that he sees
 * @param amount minor units, more than none; null for all that remains
 */
public record RefundRequest(UUID refundId, UUID paymentId, Viewer by, Long amount) {}
