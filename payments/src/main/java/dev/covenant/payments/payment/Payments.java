package dev.covenant.payments.payment;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

import dev.covenant.payments.money.Money;

/**
 * The payments. All but {@link #find} and {@link #sealedToken} belong into a transaction of the caller, and each change is guarded by
 * what it was decided upon: it throws when that does not hold any more, which under the row's lock is a fault.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Payments {
    private static final String SELECT = """
            SELECT payment_id, client, state, currency, amount, fingerprint, decline_reason, authorized, captured, refunded
            FROM payment WHERE payment_id = :id""";
    private static final RowMapper<Payment> ROW = (row, _) -> new Payment(
            row.getObject("payment_id", UUID.class),
            row.getString("client"),
            PaymentState.valueOf(row.getString("state")),
            row.getString("currency") == null ? null : new Money(row.getLong("amount"), row.getString("currency")),
            row.getString("fingerprint"),
            row.getString("decline_reason"),
            row.getLong("authorized"),
            row.getLong("captured"),
            row.getLong("refunded"));

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public Payments(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional(TxType.SUPPORTS)
    public Optional<Payment> find(UUID id) {
        return query(SELECT, id);
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<Payment> lock(UUID id) {
        return query(SELECT + " FOR UPDATE", id);
    }

    /** Reserves an amount for a refund, so that refunds made at the same time cannot pay out more than was captured. */
    public void addRefund(UUID id, long amount) {
        changeRefunded("""
                UPDATE payment SET refunded = refunded + :amount, changed_at = :now
                WHERE payment_id = :id AND refunded + :amount <= captured""", id, amount);
    }

    /** A refund failed: its amount can be refunded again. */
    public void removeRefund(UUID id, long amount) {
        changeRefunded("""
                UPDATE payment SET refunded = refunded - :amount, changed_at = :now
                WHERE payment_id = :id AND refunded >= :amount""", id, amount);
    }

    /**
     * Stores a new payment; or locks the one that has its id, as {@link #lock} does.
     *
     * @param sealedToken null for a payment that is voided before it arrives
     * @return empty when it was new
     */
    Optional<Payment> insertOrLock(Payment payment, byte[] sealedToken) {
        while (!insert(payment, sealedToken)) {
            var there = lock(payment.id());
            if (there.isPresent()) {
                return there;
            }
            // It was an old void, forgotten between the two statements: the id is free again.
        }
        return Optional.empty();
    }

    /** False when the id is there already; waits for a transaction that is just writing it. */
    private boolean insert(Payment payment, byte[] sealedToken) {
        var money = payment.money();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO payment (payment_id, client, state, currency, amount, fingerprint,
                                    sealed_token, created_at, changed_at)
                                VALUES (:id, :client, :state, :currency, :amount, :fingerprint, :token, :now, :now)
                                ON CONFLICT DO NOTHING""")
                        .bind("id", payment.id())
                        .bind("client", payment.client())
                        .bind("state", payment.state())
                        .bind("currency", money == null ? null : money.currency())
                        .bind("amount", money == null ? null : money.amount())
                        .bind("fingerprint", payment.fingerprint())
                        .bind("token", sealedToken)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** The token goes when the provider has answered; while a void is under way, it may take one more authorize to close the payment. */
    void store(Payment before, Payment after) {
        var changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE payment SET state = :state, decline_reason = :declineReason, authorized = :authorized,
                            captured = :captured, changed_at = :now,
                            sealed_token = CASE :state WHEN 'VOIDING' THEN sealed_token END
                        WHERE payment_id = :id AND state = :before""")
                .bind("id", before.id())
                .bind("state", after.state())
                .bind("declineReason", after.declineReason())
                .bind("authorized", after.authorized())
                .bind("captured", after.captured())
                .bind("before", before.state())
                .bind("now", clock.instant())
                .execute());
        if (changed != 1) {
            throw new IllegalStateException("Payment %s is not %s any more".formatted(before.id(), before.state()));
        }
    }

    /** Empty once authorize was answered. */
    @Transactional(TxType.SUPPORTS)
    Optional<byte[]> sealedToken(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT sealed_token FROM payment WHERE payment_id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
    }

    private Optional<Payment> query(String sql, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("id", id).map(ROW).findOne());
    }

    private void changeRefunded(String sql, UUID id, long amount) {
        var changed = jdbi.withHandle(handle -> handle.createUpdate(sql)
                .bind("id", id)
                .bind("amount", amount)
                .bind("now", clock.instant())
                .execute());
        if (changed != 1) {
            throw new IllegalStateException("Payment %s has no room for a refund of %d".formatted(id, amount));
        }
    }
}
