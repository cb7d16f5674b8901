package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.orders.order.OrderStatus;

/** The rows of sagas. Leases go by the database's clock alone: replicas' clocks may differ. */
@ApplicationScoped
class Sagas {
    private static final String IN_MILLIS = "now() + :millis * interval '1 millisecond'";

    private final Jdbi jdbi;
    private final SagaSteps steps;

    @Inject
    Sagas(Jdbi jdbi, SagaSteps steps) {
        this.jdbi = jdbi;
        this.steps = steps;
    }

    /** Writes a new saga that its creator already works on. */
    Lease create(CheckoutSaga saga, String owner, Duration lease, String traceContext) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO checkout_saga "
                        + "(order_id, direction, state, deadline, lease_owner, lease_until, attempt, due_at, trace_context) "
                        + "VALUES (:order, :direction, 'RUNNING', :deadline, :owner, " + IN_MILLIS
                        + ", 1, now(), :trace)")
                .bind("order", saga.orderId())
                .bind("direction", saga.direction())
                .bind("deadline", saga.deadline())
                .bind("owner", owner)
                .bind("millis", lease.toMillis())
                .bind("trace", traceContext)
                .execute());
        steps.insert(saga.orderId(), saga.steps().values());
        return new Lease(saga.orderId(), owner, 1);
    }

    /**
     * Takes sagas that are due and that nobody holds; another replica doing the same takes others. Materialized, because a subquery
     * with a limit that the planner runs twice takes more than the limit.
     */
    List<Lease> claimDue(String owner, Duration lease, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "WITH due AS MATERIALIZED (SELECT order_id FROM checkout_saga "
                                + "WHERE state = 'RUNNING' AND due_at <= now() AND (lease_until IS NULL OR lease_until < now()) "
                                + "ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED) "
                                + "UPDATE checkout_saga saga SET lease_owner = :owner, lease_until = "
                                + IN_MILLIS
                                + ", attempt = attempt + 1 FROM due WHERE saga.order_id = due.order_id "
                                + "RETURNING saga.order_id, saga.attempt")
                .bind("owner", owner)
                .bind("millis", lease.toMillis())
                .bind("most", most)
                .map((row, context) -> new Lease(row.getObject("order_id", UUID.class), owner, row.getLong("attempt")))
                .list());
    }

    /**
     * Locks the saga for this transaction and prolongs the lease.
     *
     * @param heard whether a neighbour gave an answer that decides: then the failures in a row are over
     * @return false when the lease is lost
     */
    boolean keep(Lease lease, Duration time, boolean heard) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE checkout_saga SET lease_until = " + IN_MILLIS
                                        + ", failures = CASE WHEN :heard THEN 0 ELSE failures END "
                                        + "WHERE order_id = :order AND lease_owner = :owner AND attempt = :attempt AND state = 'RUNNING'")
                        .bind("millis", time.toMillis())
                        .bind("heard", heard)
                        .bind("order", lease.orderId())
                        .bind("owner", lease.owner())
                        .bind("attempt", lease.attempt())
                        .execute())
                == 1;
    }

    CheckoutSaga load(UUID orderId) {
        var stepsOfSaga = steps.of(orderId);
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT s.direction, s.deadline, o.status, o.cancel_requested "
                                + "FROM checkout_saga s JOIN customer_order o USING (order_id) WHERE order_id = :order")
                        .bind("order", orderId)
                        .map((row, context) -> new CheckoutSaga(
                                orderId,
                                Direction.valueOf(row.getString("direction")),
                                row.getTimestamp("deadline").toInstant(),
                                OrderStatus.valueOf(row.getString("status")),
                                row.getBoolean("cancel_requested"),
                                stepsOfSaga))
                        .one());
    }

    /** Changes direction, once. False when it was changed before. */
    boolean turn(UUID orderId, Direction direction) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE checkout_saga SET direction = :direction WHERE order_id = :order AND direction = 'FORWARD'")
                        .bind("direction", direction)
                        .bind("order", orderId)
                        .execute())
                == 1;
    }

    /** How often in a row nobody gave an answer that decides. */
    int failures(UUID orderId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT failures FROM checkout_saga WHERE order_id = :order")
                        .bind("order", orderId)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Gives the lease back and asks for attention later, but not later than the deadline, by whichever replica comes first. */
    void pause(UUID orderId, Duration backoff) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE checkout_saga SET lease_owner = NULL, lease_until = NULL, "
                                + "failures = failures + 1, due_at = least(" + IN_MILLIS
                                + ", CASE WHEN direction = 'FORWARD' AND deadline > now() THEN deadline END) WHERE order_id = :order")
                .bind("millis", backoff.toMillis())
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
