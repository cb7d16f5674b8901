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

import dev.covenant.chassis.telemetry.StoredTrace;

/**
 * What was asked of the provider and not yet answered. Within the caller's transaction: an errand begins in the one that makes it
 * necessary, and is answered in the one that writes down what follows. Leases and pauses go by the database's clock.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Attempts {
    private static final String SUPERSEDED = "SUPERSEDED";
    /** Of the statement, not of the transaction, which may have waited for a lock. */
    private static final String IN_MILLIS = "statement_timestamp() + :millis * interval '1 millisecond'";

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
                            state, tries, due_at, created_at, changed_at, trace_context)
                        VALUES (:key, :paymentId, :refundId, :operation,
                            'STARTED', 1, %s, statement_timestamp(), statement_timestamp(), :trace)
                        ON CONFLICT (attempt_key) DO UPDATE
                        SET state = 'STARTED', outcome = NULL, tries = attempt.tries + 1,
                            trace_context = excluded.trace_context,
                            due_at = excluded.due_at, changed_at = excluded.changed_at
                        RETURNING payment_id, refund_id, operation, tries""".formatted(IN_MILLIS))
                .bind("key", errand.key())
                .bindMethods(errand)
                .bind("trace", StoredTrace.current())
                .bind("millis", timing.leaseMillis())
                .map((row, _) -> attempt(row))
                .one());
    }

    /** Leaves a new errand to the settler. It counts as tried, since an earlier one that it supersedes may have reached the provider. */
    public void leaveToSettler(Errand errand) {
        answered(errand, SUPERSEDED);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO provider_attempt (attempt_key, payment_id, refund_id, operation,
                            state, tries, due_at, created_at, changed_at, trace_context)
                        VALUES (:key, :paymentId, :refundId, :operation,
                            'UNKNOWN', 1, statement_timestamp(), statement_timestamp(), statement_timestamp(), :trace)""")
                .bind("key", errand.key())
                .bindMethods(errand)
                .bind("trace", StoredTrace.current())
                .execute());
    }

    /** Whether it was begun and has no answer yet. */
    public boolean isOpen(Errand errand) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM provider_attempt WHERE attempt_key = :key AND state <> 'ANSWERED')")
                .bind("key", errand.key())
                .mapTo(Boolean.class)
                .one());
    }

    /** Nobody needs to ask again about this payment, or this refund, whatever the errand was. */
    public void answered(Errand errand, String outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE provider_attempt
                        SET state = 'ANSWERED', outcome = :outcome, changed_at = statement_timestamp()
                        WHERE payment_id = :payment AND refund_id IS NOT DISTINCT FROM :refund AND state <> 'ANSWERED'""")
                .bind("payment", errand.paymentId())
                .bind("refund", errand.refundId())
                .bind("outcome", outcome)
                .execute());
    }

    /**
     * Nobody knows; it is asked again after a pause.
     *
     * @return false when it changes nothing, because others have taken it up or answered it since
     */
    public boolean unknown(Attempt attempt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE provider_attempt
                                SET state = 'UNKNOWN', due_at = %s, changed_at = statement_timestamp()
                                WHERE attempt_key = :key AND state = 'STARTED' AND tries = :tries""".formatted(IN_MILLIS))
                        .bind("key", attempt.errand().key())
                        .bind("tries", attempt.tries())
                        .bind("millis", timing.pauseMillis(attempt.tries()))
                        .execute())
                == 1;
    }

    /**
     * Takes up to {@code most} attempts that are due; no other replica takes them before the lease ends.
     *
     * @param parkedAfter so many tries without an answer, and people should know
     */
    public List<Due> claimDue(int most, int parkedAfter) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH due AS MATERIALIZED (
                            SELECT attempt_key, parked_at FROM provider_attempt
                            WHERE state <> 'ANSWERED' AND due_at <= statement_timestamp()
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE provider_attempt AS attempt
                        SET state = 'STARTED', tries = tries + 1, due_at = %s, changed_at = statement_timestamp(),
                            parked_at = CASE WHEN tries >= :parkedAfter
                                THEN coalesce(attempt.parked_at, statement_timestamp()) END
                        FROM due WHERE attempt.attempt_key = due.attempt_key
                        RETURNING payment_id, refund_id, operation, tries, trace_context,
                            due.parked_at IS NULL AND attempt.parked_at IS NOT NULL AS parked""".formatted(IN_MILLIS))
                .bind("millis", timing.leaseMillis())
                .bind("most", most)
                .bind("parkedAfter", parkedAfter)
                .map((row, _) -> new Due(attempt(row), row.getBoolean("parked"), row.getString("trace_context")))
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
