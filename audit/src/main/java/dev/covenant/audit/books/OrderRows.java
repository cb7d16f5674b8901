package dev.covenant.audit.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.StatementContext;

/** The rows of orders. */
final class OrderRows {
    private static final String ORDERS = """
            SELECT order_id AS id, customer, status, currency, total, ending_type, cancel_requested, last_event, placed_at,
                confirmed_at
            FROM customer_order WHERE order_id = ANY(:ids)""";
    private static final String LINES = """
            SELECT order_id AS id, line_no, sku, kind, quantity, unit_price FROM order_line
            WHERE order_id = ANY(:ids) ORDER BY line_no""";
    private static final String SAGAS = """
            SELECT order_id AS id, direction, state, deadline, attempt, failures, due_at, done_at, trace_context
            FROM checkout_saga WHERE order_id = ANY(:ids)""";
    private static final String STEPS = """
            SELECT order_id AS id, step, command_id, state, outcome, detail, asked FROM saga_step
            WHERE order_id = ANY(:ids)
            ORDER BY array_position(
                ARRAY ['RESERVE', 'AUTHORIZE', 'COMMIT', 'CAPTURE', 'RELEASE', 'RETURN', 'VOID', 'REFUND'], step)""";
    private static final String EVENTS = """
            SELECT order_id AS id, seq, type, payload, recorded_at FROM order_event
            WHERE order_id = ANY(:ids) ORDER BY seq""";

    private final Map<UUID, List<OrderLine>> lines;
    private final Map<UUID, List<Saga>> sagas;
    private final Map<UUID, List<Step>> steps;
    private final Map<UUID, List<Event>> events;

    private OrderRows(ById rows) {
        lines = rows.rows(LINES, OrderRows::line);
        sagas = rows.rows(SAGAS, OrderRows::saga);
        steps = rows.rows(STEPS, OrderRows::step);
        events = rows.rows(EVENTS, OrderRows::event);
    }

    static Map<UUID, Order> read(ById rows) {
        var parts = new OrderRows(rows);
        return rows.rows(ORDERS, parts::order).values().stream()
                .map(List::getFirst)
                .collect(Collectors.toMap(Order::id, Function.identity()));
    }

    private Order order(ResultSet row, StatementContext context) throws SQLException {
        var id = Database.uuid(row, "id");
        return new Order(
                id,
                row.getString("customer"),
                row.getString("status"),
                row.getString("currency"),
                row.getLong("total"),
                row.getString("ending_type"),
                row.getBoolean("cancel_requested"),
                row.getInt("last_event"),
                Database.instant(row, "placed_at"),
                Database.instant(row, "confirmed_at"),
                lines.getOrDefault(id, List.of()),
                sagas.getOrDefault(id, List.of()).stream().findFirst(),
                steps.getOrDefault(id, List.of()),
                events.getOrDefault(id, List.of()));
    }

    private static OrderLine line(ResultSet row, StatementContext context) throws SQLException {
        return new OrderLine(
                row.getInt("line_no"),
                row.getString("sku"),
                row.getString("kind"),
                row.getLong("quantity"),
                row.getLong("unit_price"));
    }

    private static Saga saga(ResultSet row, StatementContext context) throws SQLException {
        return new Saga(
                row.getString("direction"),
                row.getString("state"),
                Database.instant(row, "deadline"),
                row.getLong("attempt"),
                row.getInt("failures"),
                Database.instant(row, "due_at"),
                Database.instant(row, "done_at"),
                row.getString("trace_context"));
    }

    private static Step step(ResultSet row, StatementContext context) throws SQLException {
        return new Step(
                row.getString("step"),
                Database.uuid(row, "command_id"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getInt("asked"));
    }

    private static Event event(ResultSet row, StatementContext context) throws SQLException {
        return new Event(
                row.getInt("seq"),
                row.getString("type"),
                row.getString("payload"),
                Database.instant(row, "recorded_at"));
    }
}
