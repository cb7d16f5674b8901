package dev.covenant.payments.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;

/**
 * What was asked of the provider and not yet answered. Within the caller's transaction: an errand begins in the one that makes it
 * necessary, and is answered in the one that writes down what follows.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Attempts {
    private static final String SUPERSEDED = "SUPERSEDED";

    private final Jdbi jdbi;
    private final AttemptTiming timing;

    @Inject
    Attempts(Jdbi jdbi, AttemptTiming timing) {
        this.jdbi = jdbi;
        this.timing = timing;
    }

    /**
     * The caller asks the provider as soon as this is committed. A request may ask beside another one that has not finished: the
     * provider does it once, and each gets its answer. Another errand of the same payment that is still open is superseded.
     */
    public Attempt begin(Errand errand) {
        answered(errand, SUPERSEDED);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO provider_attempt AS attempt (attempt_key, payment_id, refund_id, operation,
                            state, tries, due_at, created_at, changed_at)
                        VALUES (:key, :paymentId, :refundId, :operation, 'STARTED', 1, :due, :now, :now)
                        ON CONFLICT (attempt_key) DO UPDATE
                        SET state = 'STARTED', outcome = NULL, tries = attempt.tries + 1, due_at = :due, changed_at = :now
                        RETURNING payment_id, refund_id, operation, tries""")
                .bind("key", errand.key())
                .bindMethods(errand)
                .bind("due", timing.endOfLease())
                .bind("now", timing.now())
                .map((row, _) -> attempt(row))
                .one());
    }

    /** Leaves a new errand to the settler. It counts as tried, since an earlier one that it supersedes may have reached the provider. */
    public void leaveToSettler(Errand errand) {
        answered(errand, SUPERSEDED);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO provider_attempt (attempt_key, payment_id, refund_id, operation,
                            state, tries, due_at, created_at, changed_at)
                        VALUES (:key, :paymentId, :refundId, :operation, 'UNKNOWN', 1, :now, :now, :now)""")
                .bind("key", errand.key())
                .bindMethods(errand)
                .bind("now", timing.now())
                .execute());
    }

    /** Nobody needs to ask again about this payment, or this refund, whatever the errand was. */
    public void answered(Errand errand, String outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE provider_attempt SET state = 'ANSWERED', outcome = :outcome, changed_at = :now
                        WHERE payment_id = :payment AND refund_id IS NOT DISTINCT FROM :refund AND state <> 'ANSWERED'""")
                .bind("payment", errand.paymentId())
                .bind("refund", errand.refundId())
                .bind("outcome", outcome)
                .bind("now", timing.now())
                .execute());
    }

    /** Nobody knows; it is asked again after a pause. Changes nothing when others have taken it up or answered it since. */
    public void unknown(Attempt attempt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE provider_attempt SET state = 'UNKNOWN', due_at = :due, changed_at = :now
                        WHERE attempt_key = :key AND state = 'STARTED' AND tries = :tries""")
                .bind("key", attempt.errand().key())
                .bind("tries", attempt.tries())
                .bind("due", timing.nextTry(attempt.tries()))
                .bind("now", timing.now())
                .execute());
    }

    /** Takes up to {@code most} attempts that are due; no other replica takes them before the lease ends. */
    public List<Attempt> claimDue(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH due AS MATERIALIZED (
                            SELECT attempt_key FROM provider_attempt WHERE state <> 'ANSWERED' AND due_at <= :now
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE provider_attempt
                        SET state = 'STARTED', tries = tries + 1, due_at = :due, changed_at = :now
                        FROM due WHERE provider_attempt.attempt_key = due.attempt_key
                        RETURNING payment_id, refund_id, operation, tries""")
                .bind("due", timing.endOfLease())
                .bind("now", timing.now())
                .bind("most", most)
                .map((row, _) -> attempt(row))
                .list());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        var errand = new Errand(
                Operation.valueOf(row.getString("operation")),
                row.getObject("payment_id", UUID.class),
                row.getObject("refund_id", UUID.class));
        return new Attempt(errand, row.getInt("tries"));
    }
}
