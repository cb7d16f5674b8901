package dev.covenant.audit.books;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A payment with its refunds, what was asked of the provider for it, and its journals. Amounts are minor units.
 *
 * @param currency null, as amount, for one that was voided before it arrived
 * @param refunded of all refunds that have not failed, unfinished ones included
 */
public record Payment(
        UUID id,
        String client,
        String state,
        String currency,
        Long amount,
        String declineReason,
        long authorized,
        long captured,
        long refunded,
        Instant createdAt,
        Instant changedAt,
        List<Refund> refunds,
        List<Attempt> attempts,
        List<Journal> journals) {

    public boolean isIn(String... states) {
        return List.of(states).contains(state);
    }

    /** Voided before it arrived: the provider never heard of it. */
    public boolean isTombstone() {
        return amount == null;
    }

    /** Whether the provider is being asked about the charge itself, so that it may be further than payments knows. */
    public boolean isAsked() {
        return attempts.stream().anyMatch(attempt -> attempt.isOpen() && attempt.refundId() == null);
    }

    public boolean isAskedTo(String operation) {
        return attempts.stream()
                .anyMatch(attempt -> attempt.isOpen() && attempt.operation().equals(operation));
    }

    public boolean isAskedAbout(Refund refund) {
        return attempts.stream()
                .anyMatch(attempt -> attempt.isOpen() && refund.id().equals(attempt.refundId()));
    }

    /** Of its refunds in one of these states. */
    public long refundedIn(String... states) {
        return refunds.stream()
                .filter(refund -> List.of(states).contains(refund.state()))
                .mapToLong(refund -> refund.amount() == null ? 0 : refund.amount())
                .sum();
    }
}
