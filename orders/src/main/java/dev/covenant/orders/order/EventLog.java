package dev.covenant.orders.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.chassis.json.Json;

/** The append-only log of each order. Events are numbered from 1 without gaps and written in the transaction that made them true. */
@ApplicationScoped
public class EventLog {
    private final Jdbi jdbi;
    private final EventWitness witness;

    @Inject
    public EventLog(Jdbi jdbi, EventWitness witness) {
        this.jdbi = jdbi;
        this.witness = witness;
    }

    /** Taking the numbers locks the order's row, so that two writers cannot take the same. */
    public void append(UUID orderId, List<OrderEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var last = handle.createQuery("UPDATE customer_order SET last_event = last_event + :count "
                            + "WHERE order_id = :order RETURNING last_event")
                    .bind("count", events.size())
                    .bind("order", orderId)
                    .mapTo(Integer.class)
                    .one();
            var batch = handle.prepareBatch(
                    "INSERT INTO order_event (order_id, seq, type, payload) VALUES (:order, :seq, :type, :payload)");
            for (var index = 0; index < events.size(); index++) {
                batch.bind("order", orderId)
                        .bind("seq", last - events.size() + 1 + index)
                        .bind("type", events.get(index).type())
                        .bind(
                                "payload",
                                Json.strict()
                                        .writeValueAsString(events.get(index).payload()))
                        .add();
            }
            batch.execute();
        });
        witness.appended(orderId, events);
    }

    /** Whether whoever heard of the events up to {@code seq} has heard all, and nothing more will happen by itself. */
    public boolean isOver(UUID orderId, int seq) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM order_event e "
                        + "JOIN customer_order o ON o.order_id = e.order_id AND o.last_event = e.seq "
                        + "WHERE e.order_id = :order AND e.seq <= :seq AND e.type = :finished)")
                .bind("order", orderId)
                .bind("seq", seq)
                .bind("finished", OrderEvent.CHECKOUT_FINISHED)
                .mapTo(Boolean.class)
                .one());
    }

    /** For each order the events after the number given for it, oldest first; at most 1,000 in all, the rest at the next look. */
    Map<UUID, List<Recorded>> after(Map<UUID, Integer> seen) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT e.order_id, e.seq, e.type, e.payload, e.recorded_at "
                        + "FROM unnest(:orders, :seqs) AS seen (order_id, seq) "
                        + "JOIN order_event e ON e.order_id = seen.order_id AND e.seq > seen.seq "
                        + "ORDER BY e.order_id, e.seq LIMIT 1000")
                .bindArray("orders", UUID.class, seen.keySet())
                .bindArray("seqs", Integer.class, seen.values())
                .map((row, context) -> new Recorded(
                        row.getObject("order_id", UUID.class),
                        row.getInt("seq"),
                        row.getString("type"),
                        row.getString("payload"),
                        row.getTimestamp("recorded_at").toInstant()))
                .stream()
                .collect(Collectors.groupingBy(Recorded::orderId)));
    }

    /** @param payload JSON */
    public record Recorded(UUID orderId, int seq, String type, String payload, Instant recordedAt) {}
}
