package dev.covenant.orders.checkout;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.orders.order.OrderStatus;

/** The rows of sagas: what each is to do, and how far it has come. */
@ApplicationScoped
class Sagas {
    private final Jdbi jdbi;
    private final SagaSteps steps;

    @Inject
    Sagas(Jdbi jdbi, SagaSteps steps) {
        this.jdbi = jdbi;
        this.steps = steps;
    }

    /** Writes a new saga that its creator already works on. */
    Lease create(CheckoutSaga saga, String owner, Duration lease, String trace) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO checkout_saga "
                        + "(order_id, direction, state, deadline, lease_owner, lease_until, attempt, due_at, trace_context) "
                        + "VALUES (:order, :direction, 'RUNNING', :deadline, :owner, " + Leases.IN_MILLIS
                        + ", 1, now(), :trace)")
                .bind("order", saga.orderId())
                .bind("direction", saga.direction())
                .bind("deadline", saga.deadline())
                .bind("owner", owner)
                .bind("millis", lease.toMillis())
                .bind("trace", trace)
                .execute());
        steps.insert(saga.orderId(), saga.steps().values());
        return new Lease(saga.orderId(), owner, 1, trace);
    }

    /**
     * Locks the saga for this transaction, as whoever works on it does before anything else, and only then reads it: what was read
     * before the lock was there may be old.
     */
    CheckoutSaga lock(UUID orderId) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM checkout_saga WHERE order_id = :order FOR UPDATE")
                .bind("order", orderId)
                .mapTo(Integer.class)
                .one());
        return load(orderId);
    }

    CheckoutSaga load(UUID orderId) {
        var stepsOfSaga = steps.of(orderId);
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT s.direction, s.deadline, o.status, o.confirmed_at, o.cancel_requested "
                                + "FROM checkout_saga s JOIN customer_order o USING (order_id) WHERE order_id = :order")
                .bind("order", orderId)
                .map((row, context) -> new CheckoutSaga(
                        orderId,
                        Direction.valueOf(row.getString("direction")),
                        row.getTimestamp("deadline").toInstant(),
                        OrderStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getTimestamp("confirmed_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getBoolean("cancel_requested"),
                        stepsOfSaga))
                .one());
    }

    /** The order that this payment is for. */
    Optional<UUID> paidWith(UUID paymentId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT order_id FROM saga_step WHERE step = 'AUTHORIZE' AND command_id = :payment")
                .bind("payment", paymentId)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Changes direction, once: a second time is a fault. */
    void turn(UUID orderId, Direction direction) {
        var turned = jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE checkout_saga SET direction = :direction WHERE order_id = :order AND direction = 'FORWARD'")
                .bind("direction", direction)
                .bind("order", orderId)
                .execute());
        if (turned != 1) {
            throw new IllegalStateException("The saga of order %s has turned before".formatted(orderId));
        }
    }

    /** How often in a row nobody gave an answer that decides. */
    int failures(UUID orderId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT failures FROM checkout_saga WHERE order_id = :order")
                        .bind("order", orderId)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Something new is to be done, at once; also of a saga that was done. Whoever holds it learns of it when it writes next. */
    void wake(UUID orderId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE checkout_saga SET state = 'RUNNING', done_at = NULL, due_at = now() WHERE order_id = :order")
                .bind("order", orderId)
                .execute());
    }

    void finish(UUID orderId) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE checkout_saga SET state = 'DONE', done_at = now(), "
                        + "failures = 0, lease_owner = NULL, lease_until = NULL WHERE order_id = :order")
                .bind("order", orderId)
                .execute());
    }
}
