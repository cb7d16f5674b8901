package dev.covenant.payments.refund;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The refunds, within the caller's transaction, which holds the lock of their payment. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Refunds {
    private static final RowMapper<Refund> ROW = (row, _) -> new Refund(
            row.getObject("refund_id", UUID.class),
            row.getObject("payment_id", UUID.class),
            row.getString("client"),
            row.getObject("requested", Long.class),
            row.getObject("amount", Long.class),
            RefundState.valueOf(row.getString("state")),
            row.getString("reason"));

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Refunds(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Refund> find(UUID id, UUID paymentId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT refund_id, payment_id, coalesce(refund.client, payment.client) AS client,
                            requested, refund.amount, refund.state, reason
                        FROM refund JOIN payment USING (payment_id)
                        WHERE refund_id = :id AND payment_id = :payment""")
                .bind("id", id)
                .bind("payment", paymentId)
                .map(ROW)
                .findOne());
    }

    /** False when the id is another payment's refund; waits for a transaction that is just writing it. */
    boolean insert(Refund refund) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO refund
                                    (refund_id, payment_id, client, requested, amount, state, reason, created_at, changed_at)
                                VALUES (:id, :paymentId, :client, :requested, :amount, :state, :reason, :now, :now)
                                ON CONFLICT DO NOTHING""")
                        .bindMethods(refund)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** Writes the provider's answer down. */
    void finish(Refund refund) {
        var changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE refund SET state = :state, reason = :reason, changed_at = :now
                        WHERE refund_id = :id AND state = 'PENDING'""")
                .bind("id", refund.id())
                .bind("state", refund.state())
                .bind("reason", refund.reason())
                .bind("now", clock.instant())
                .execute());
        if (changed != 1) {
            throw new IllegalStateException("Refund %s is not PENDING any more".formatted(refund.id()));
        }
    }
}
