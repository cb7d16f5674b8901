package dev.covenant.orders.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** Who works on which saga. Leases go by the database's clock alone: replicas' clocks may differ. */
@ApplicationScoped
class Leases {
    static final String IN_MILLIS = "now() + :millis * interval '1 millisecond'";
    private static final String FREE = "(lease_until IS NULL OR lease_until < now())";

    private final Jdbi jdbi;

    @Inject
    Leases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes sagas that are due and that nobody holds; another replica doing the same takes others. Materialized, because a subquery
     * with a limit that the planner runs twice takes more than the limit.
     */
    List<Lease> claimDue(String owner, Duration lease, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("WITH due AS MATERIALIZED (SELECT order_id FROM checkout_saga "
                                + "WHERE state = 'RUNNING' AND due_at <= now() AND " + FREE
                                + " ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED) "
                                + "UPDATE checkout_saga saga SET lease_owner = :owner, lease_until = " + IN_MILLIS
                                + ", attempt = attempt + 1 FROM due WHERE saga.order_id = due.order_id "
                                + "RETURNING saga.order_id, saga.attempt, saga.trace_context")
                        .bind("owner", owner)
                        .bind("millis", lease.toMillis())
                        .bind("most", most)
                        .map((row, context) -> lease(row.getObject("order_id", UUID.class), owner, row))
                        .list());
    }

    /** Takes this one; empty when it is finished or somebody holds it. */
    Optional<Lease> claim(UUID orderId, String owner, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery("UPDATE checkout_saga SET lease_owner = :owner, "
                        + "lease_until = " + IN_MILLIS + ", attempt = attempt + 1 "
                        + "WHERE order_id = :order AND state = 'RUNNING' AND " + FREE
                        + " RETURNING attempt, trace_context")
                .bind("owner", owner)
                .bind("millis", lease.toMillis())
                .bind("order", orderId)
                .map((row, context) -> lease(orderId, owner, row))
                .findOne());
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

    /** Gives it back and asks for attention later, but not later than the deadline, by whichever replica comes first. */
    void giveBack(UUID orderId, Duration backoff) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE checkout_saga SET lease_owner = NULL, lease_until = NULL, "
                                + "failures = failures + 1, due_at = least(" + IN_MILLIS
                                + ", CASE WHEN direction = 'FORWARD' AND deadline > now() THEN deadline END) WHERE order_id = :order")
                .bind("millis", backoff.toMillis())
                .bind("order", orderId)
                .execute());
    }

    private static Lease lease(UUID orderId, String owner, ResultSet row) throws SQLException {
        return new Lease(orderId, owner, row.getLong("attempt"), row.getString("trace_context"));
    }
}
