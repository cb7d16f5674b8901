package dev.covenant.payments.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.payments.money.Money;

/**
 * The payments. All but {@link #find} and {@link #sealedToken} work within the caller's transaction, and each write is guarded by the
 * state that was decided upon.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Payments {
    private static final String COLUMNS = "payment_id, client, state, currency, amount, fingerprint, decline_reason, "
            + "authorized, captured, refunded";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public Payments(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional(TxType.SUPPORTS)
    public Optional<Payment> find(UUID id) {
        return query("SELECT " + COLUMNS + " FROM payment WHERE payment_id = :id", id);
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<Payment> lock(UUID id) {
        return query("SELECT " + COLUMNS + " FROM payment WHERE payment_id = :id FOR UPDATE", id);
    }

    /** Reserves an amount for a refund, so that refunds made at the same time cannot pay out more than was captured. */
    public boolean addRefund(UUID id, long amount) {
        return changeRefunded(
                "UPDATE payment SET refunded = refunded + :amount, changed_at = :now "
                        + "WHERE payment_id = :id AND refunded + :amount <= captured",
                id,
                amount);
    }

    /** A refund failed: its amount can be refunded again. */
    public boolean removeRefund(UUID id, long amount) {
        return changeRefunded(
                "UPDATE payment SET refunded = refunded - :amount, changed_at = :now "
                        + "WHERE payment_id = :id AND refunded >= :amount",
                id,
                amount);
    }

    /** Empty when the id is there already; waits for a transaction that is just writing it. */
    Optional<Payment> insert(Authorization request, String fingerprint, byte[] sealedToken) {
        return jdbi.withHandle(handle -> handle.createQuery("INSERT INTO payment "
                        + "(payment_id, client, state, currency, amount, fingerprint, sealed_token, created_at, changed_at) "
                        + "VALUES (:id, :client, 'PENDING', :currency, :amount, :fingerprint, :token, :now, :now) "
                        + "ON CONFLICT DO NOTHING RETURNING " + COLUMNS)
                .bind("id", request.paymentId())
                .bind("client", request.client())
                .bind("currency", request.money().currency())
                .bind("amount", request.money().amount())
                .bind("fingerprint", fingerprint)
                .bind("token", sealedToken)
                .bind("now", clock.instant())
                .map((row, _) -> payment(row))
                .findOne());
    }

    /** A payment that is voided before it arrives. Empty as {@link #insert} is. */
    Optional<Payment> insertTombstone(UUID id, String client) {
        return jdbi.withHandle(handle -> handle.createQuery("INSERT INTO payment "
                        + "(payment_id, client, state, created_at, changed_at) VALUES (:id, :client, 'VOIDED', :now, :now) "
                        + "ON CONFLICT DO NOTHING RETURNING " + COLUMNS)
                .bind("id", id)
                .bind("client", client)
                .bind("now", clock.instant())
                .map((row, _) -> payment(row))
                .findOne());
    }

    /** The token stays for now: it may take one more authorize to close the payment at the provider. */
    void markVoiding(Payment before) {
        guarded(before, jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE payment SET state = 'VOIDING', changed_at = :now "
                                + "WHERE payment_id = :id AND state = :before")
                .bind("id", before.id())
                .bind("before", before.state())
                .bind("now", clock.instant())
                .execute()));
    }

    /** The provider has answered, so the token is not needed any more. */
    void store(Payment before, Payment after) {
        guarded(before, jdbi.withHandle(handle -> handle.createUpdate("UPDATE payment SET state = :state, "
                        + "decline_reason = :declineReason, authorized = :authorized, captured = :captured, "
                        + "sealed_token = NULL, changed_at = :now WHERE payment_id = :id AND state = :before")
                .bind("id", before.id())
                .bind("state", after.state())
                .bind("declineReason", after.declineReason())
                .bind("authorized", after.authorized())
                .bind("captured", after.captured())
                .bind("before", before.state())
                .bind("now", clock.instant())
                .execute()));
    }

    /** Empty once authorize was answered. */
    @Transactional(TxType.SUPPORTS)
    Optional<byte[]> sealedToken(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT sealed_token FROM payment WHERE payment_id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
    }

    private boolean changeRefunded(String sql, UUID id, long amount) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                        .bind("id", id)
                        .bind("amount", amount)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** Callers hold the row's lock, so this is a fault of theirs and ends their transaction. */
    private static void guarded(Payment before, int changed) {
        if (changed != 1) {
            throw new IllegalStateException("Payment %s is not %s any more".formatted(before.id(), before.state()));
        }
    }

    private Optional<Payment> query(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .map((row, _) -> payment(row))
                .findOne());
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Payment(
                row.getObject("payment_id", UUID.class),
                row.getString("client"),
                PaymentState.valueOf(row.getString("state")),
                currency == null ? null : new Money(row.getLong("amount"), currency),
                row.getString("fingerprint"),
                row.getString("decline_reason"),
                row.getLong("authorized"),
                row.getLong("captured"),
                row.getLong("refunded"));
    }
}
