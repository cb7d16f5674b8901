package dev.covenant.payments.outcome;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.chassis.telemetry.StoredTrace;

/**
 * The outcomes that are to be told, within the caller's transaction: one comes in that which settles its payment, so that neither is
 * there without the other. Leases and pauses go by the database's clock.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Deliveries {
    private static final String IN_MILLIS = "statement_timestamp() + :millis * interval '1 millisecond'";

    private final Jdbi jdbi;
    private final DeliveryTiming timing;

    @Inject
    public Deliveries(Jdbi jdbi, DeliveryTiming timing) {
        this.jdbi = jdbi;
        this.timing = timing;
    }

    public void add(PaymentOutcome outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outcome_delivery (payment_id, status, reason, state, due_at, trace_context, created_at, changed_at)
                        VALUES (:paymentId, :status, :reason, 'WAITING', statement_timestamp(), :trace,
                            statement_timestamp(), statement_timestamp())""")
                .bindMethods(outcome)
                .bind("trace", StoredTrace.current())
                .execute());
    }

    /**
     * Takes up to {@code most} that are due; no other replica takes them before the lease ends.
     *
     * @param parkedAfter so many tries in vain, and people should know
     */
    List<Delivery> claimDue(int most, int parkedAfter) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH due AS MATERIALIZED (
                            SELECT payment_id, parked_at FROM outcome_delivery
                            WHERE state = 'WAITING' AND due_at <= statement_timestamp()
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE outcome_delivery AS delivery
                        SET tries = tries + 1, due_at = %s, changed_at = statement_timestamp(),
                            parked_at = CASE WHEN tries >= :parkedAfter
                                THEN coalesce(delivery.parked_at, statement_timestamp()) END
                        FROM due WHERE delivery.payment_id = due.payment_id
                        RETURNING delivery.payment_id, status, reason, tries, trace_context,
                            due.parked_at IS NULL AND delivery.parked_at IS NOT NULL AS parked""".formatted(IN_MILLIS))
                .bind("millis", timing.leaseMillis())
                .bind("most", most)
                .bind("parkedAfter", parkedAfter)
                .map((row, _) -> new Delivery(
                        new PaymentOutcome(
                                row.getObject("payment_id", UUID.class),
                                PaymentOutcome.Status.valueOf(row.getString("status")),
                                row.getString("reason")),
                        row.getInt("tries"),
                        row.getBoolean("parked"),
                        row.getString("trace_context")))
                .list());
    }

    /**
     * Writes down what came of telling. An acknowledgement counts whoever heard it; one that is unclear does not put off what another
     * has taken up since, and is told again, for however long.
     */
    void record(Map<Delivery, Heard> answers) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    UPDATE outcome_delivery
                    SET state = :state, trouble = :trouble, due_at = %s, changed_at = statement_timestamp()
                    WHERE payment_id = :payment AND state = 'WAITING' AND (:state <> 'WAITING' OR tries = :tries)""".formatted(IN_MILLIS));
            answers.forEach((delivery, heard) -> batch.bind("state", state(heard))
                    .bind("trouble", heard instanceof Heard.Unclear(var cause) ? cause : null)
                    .bind("millis", timing.pauseMillis(delivery.tries()))
                    .bind("payment", delivery.outcome().paymentId())
                    .bind("tries", delivery.tries())
                    .add());
            batch.execute();
        });
    }

    private static String state(Heard heard) {
        return switch (heard) {
            case Heard.Acknowledged() -> "ACKNOWLEDGED";
            case Heard.NotKnown() -> "NOT_KNOWN";
            case Heard.Unclear _ -> "WAITING";
        };
    }
}
