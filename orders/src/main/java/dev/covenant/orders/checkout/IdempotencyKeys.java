package dev.covenant.orders.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The rows of idempotency keys (draft-ietf-httpapi-idempotency-key-header). A key is claimed in the transaction of the order. */
@ApplicationScoped
class IdempotencyKeys {
    private static final String WHOSE = " WHERE subject = :subject AND operation = :operation AND key = :key";

    private final Jdbi jdbi;
    private final long keptMillis;

    @Inject
    IdempotencyKeys(Jdbi jdbi, @ConfigProperty(name = "orders.idempotency.kept-hours") long keptHours) {
        this.jdbi = jdbi;
        this.keptMillis = Duration.ofHours(keptHours).toMillis();
    }

    /** False when the key is in use. One whose time is over is taken over. Waits for a transaction that is just claiming it. */
    boolean claim(IdempotencyKey key, UUID orderId, Duration handling) {
        return jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO idempotency_key "
                                + "(subject, operation, key, fingerprint, order_id, handled_until, expires_at) VALUES "
                                + "(:subject, :operation, :key, :fingerprint, :order, " + after("handling") + ", "
                                + after("kept") + ") "
                                + "ON CONFLICT (subject, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint, "
                                + "order_id = excluded.order_id, handled_until = excluded.handled_until, "
                                + "expires_at = excluded.expires_at, answer_status = NULL, answer_body = NULL "
                                + "WHERE idempotency_key.expires_at < now()")
                        .bindMethods(key)
                        .bind("operation", IdempotencyKey.OPERATION)
                        .bind("order", orderId)
                        .bind("handling", handling.toMillis())
                        .bind("kept", keptMillis)
                        .execute())
                == 1;
    }

    Optional<Used> find(IdempotencyKey key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT order_id, fingerprint, handled_until > now() AS handled, "
                                + "answer_status, answer_body FROM idempotency_key" + WHOSE
                                + " AND expires_at >= now()")
                        .bind("subject", key.subject())
                        .bind("operation", IdempotencyKey.OPERATION)
                        .bind("key", key.key())
                        .map((row, context) -> new Used(
                                row.getObject("order_id", UUID.class),
                                row.getString("fingerprint"),
                                row.getBoolean("handled"),
                                answer(row)))
                        .findOne());
    }

    /** Takes the answering over from a request that never answered. False when another retry was quicker. */
    boolean takeOver(IdempotencyKey key, UUID orderId, Duration handling) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE idempotency_key SET handled_until = "
                                + after("handling") + WHOSE
                                + " AND order_id = :order AND answer_status IS NULL AND handled_until <= now()")
                        .bind("handling", handling.toMillis())
                        .bind("order", orderId)
                        .bind("subject", key.subject())
                        .bind("operation", IdempotencyKey.OPERATION)
                        .bind("key", key.key())
                        .execute())
                == 1;
    }

    /** The first answer stays the answer. @return the one that stands; empty when the key is not this order's any more */
    Optional<StoredAnswer> answered(IdempotencyKey key, UUID orderId, StoredAnswer answer) {
        return jdbi.withHandle(handle -> handle.createQuery("UPDATE idempotency_key SET "
                        + "answer_status = coalesce(answer_status, :status), answer_body = coalesce(answer_body, :body)"
                        + WHOSE + " AND order_id = :order RETURNING answer_status, answer_body")
                .bind("status", answer.status())
                .bind("body", answer.body())
                .bind("subject", key.subject())
                .bind("operation", IdempotencyKey.OPERATION)
                .bind("key", key.key())
                .bind("order", orderId)
                .map((row, context) -> answer(row).orElseThrow())
                .findOne());
    }

    /** Sets the key free, as if it had never been used. False when it has an answer already, or is not this order's any more. */
    boolean release(IdempotencyKey key, UUID orderId) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM idempotency_key" + WHOSE
                                + " AND order_id = :order AND answer_status IS NULL")
                        .bind("subject", key.subject())
                        .bind("operation", IdempotencyKey.OPERATION)
                        .bind("key", key.key())
                        .bind("order", orderId)
                        .execute())
                == 1;
    }

    /** Deletes at most so many keys whose time is over; replicas doing the same take others. */
    int forgetExpired(int most) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM idempotency_key WHERE (subject, operation, key) IN ("
                                + "SELECT subject, operation, key FROM idempotency_key WHERE expires_at < now() "
                                + "ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)")
                        .bind("most", most)
                        .execute());
    }

    private static Optional<StoredAnswer> answer(ResultSet row) throws SQLException {
        var body = row.getString("answer_body");
        return body == null ? Optional.empty() : Optional.of(new StoredAnswer(row.getInt("answer_status"), body));
    }

    private static String after(String millis) {
        return "now() + :" + millis + " * interval '1 millisecond'";
    }

    /** @param handled whether the request that works for this key may still be alive */
    record Used(UUID orderId, String fingerprint, boolean handled, Optional<StoredAnswer> answer) {}
}
