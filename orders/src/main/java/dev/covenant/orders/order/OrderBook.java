package dev.covenant.orders.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** The statements that write orders, each with its event, inside the caller's transaction. */
@ApplicationScoped
public class OrderBook {
    private final Jdbi jdbi;
    private final EventLog events;

    @Inject
    public OrderBook(Jdbi jdbi, EventLog events) {
        this.jdbi = jdbi;
        this.events = events;
    }

    public void place(UUID orderId, String customer, Quote.Priced quote, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("INSERT INTO customer_order (order_id, customer, status, currency, total, placed_at) "
                            + "VALUES (:order, :customer, 'PENDING', :currency, :total, :now)")
                    .bind("order", orderId)
                    .bind("customer", customer)
                    .bind("currency", quote.currency())
                    .bind("total", quote.total())
                    .bind("now", now)
                    .execute();
            var batch = handle.prepareBatch("INSERT INTO order_line "
                    + "(order_id, line_no, sku, name, kind, quantity, unit_price) "
                    + "VALUES (:order, :number, :sku, :name, :kind, :quantity, :unitPrice)");
            for (var number = 0; number < quote.lines().size(); number++) {
                batch.bind("order", orderId)
                        .bind("number", number + 1)
                        .bindMethods(quote.lines().get(number))
                        .add();
            }
            batch.execute();
        });
        events.append(
                orderId,
                List.of(new OrderEvent("order-placed", Map.of("total", quote.total(), "currency", quote.currency()))));
    }

    /** From PENDING alone; the saga passed its pivot in this transaction. */
    public void confirm(UUID orderId, Instant now) {
        change(
                orderId,
                "UPDATE customer_order SET status = 'CONFIRMED', confirmed_at = :now "
                        + "WHERE order_id = :order AND status = 'PENDING'",
                Map.of("now", now));
        events.append(orderId, List.of(OrderEvent.of("order-confirmed")));
    }

    /** Of a CONFIRMED order, once: the saga gives back what it took, and cancels it then. */
    public void requestCancellation(UUID orderId) {
        change(
                orderId,
                "UPDATE customer_order SET cancel_requested = true "
                        + "WHERE order_id = :order AND status = 'CONFIRMED' AND NOT cancel_requested",
                Map.of());
        events.append(orderId, List.of(OrderEvent.of("cancellation-requested")));
    }

    /** PENDING ends either way; CONFIRMED can only be CANCELLED. */
    public void end(UUID orderId, Ending ending) {
        change(
                orderId,
                "UPDATE customer_order SET status = :status, ending_type = :type, ending_detail = :detail "
                        + "WHERE order_id = :order AND (status = 'PENDING' OR (status = 'CONFIRMED' AND :status = 'CANCELLED'))",
                Map.of("status", ending.status(), "type", ending.type(), "detail", ending.detail()));
        events.append(
                orderId,
                List.of(new OrderEvent(
                        ending.status() == OrderStatus.REJECTED ? "order-rejected" : "order-cancelled",
                        Map.of("type", ending.type(), "detail", ending.detail()))));
    }

    private void change(UUID orderId, String update, Map<String, ?> values) {
        var changed = jdbi.withHandle(handle -> handle.createUpdate(update)
                .bind("order", orderId)
                .bindMap(values)
                .execute());
        if (changed != 1) {
            throw new IllegalStateException("Order " + orderId + " is not in a status that allows this change");
        }
    }
}
