package dev.covenant.orders.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.chassis.json.Json;

/** The append-only log of each order. Events are numbered from 1 without gaps and written in the transaction that made them true. */
@ApplicationScoped
public class EventLog {
    private final Jdbi jdbi;

    @Inject
    public EventLog(Jdbi jdbi) {
        this.jdbi = jdbi;
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
    }

    /** Events after the given number, oldest first, at most 100. */
    public List<Recorded> after(UUID orderId, int seq) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT seq, type, payload, recorded_at FROM order_event "
                        + "WHERE order_id = :order AND seq > :seq ORDER BY seq LIMIT 100")
                .bind("order", orderId)
                .bind("seq", seq)
                .map(ConstructorMapper.of(Recorded.class))
                .list());
    }

    /** @param payload JSON */
    public record Recorded(int seq, String type, String payload, Instant recordedAt) {}
}
