package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.devstack.testing.ServerUnderTest;

import static org.awaitility.Awaitility.await;

/** The service's tables, read and bent as their owner. */
record Books(Jdbi jdbi) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final List<String> TABLES = List.of(
            "product", "customer_order", "order_line", "order_event", "checkout_saga", "saga_step", "idempotency_key");

    static Books of(ServerUnderTest server) {
        return new Books(Jdbi.create(server.owner()));
    }

    /** Returns when the checkout of the order has nothing left to do. */
    void awaitDone(UUID orderId) {
        awaitThat("SELECT state = 'DONE' FROM checkout_saga WHERE order_id = ?", orderId);
    }

    void awaitThat(String query, Object... values) {
        await().atMost(LIMIT).pollInterval(BETWEEN_LOOKS).until(() -> ask(Boolean.class, query, values)
                .contains(true));
    }

    <T> List<T> ask(Class<T> type, String query, Object... values) {
        return jdbi.withHandle(
                handle -> handle.select(query, values).mapTo(type).list());
    }

    void change(String statement, Object... values) {
        jdbi.useHandle(handle -> handle.execute(statement, values));
    }

    /** What happened to the order, by the names of the events. */
    List<String> events(UUID orderId) {
        return ask(String.class, "SELECT type FROM order_event WHERE order_id = ? ORDER BY seq", orderId);
    }

    int orders(String customer) {
        return ask(Integer.class, "SELECT count(*) FROM customer_order WHERE customer = ?", customer)
                .getFirst();
    }

    /** Lets the saga's time be over. */
    void passDeadline(UUID orderId) {
        change("UPDATE checkout_saga SET deadline = now() - interval '1 second' WHERE order_id = ?", orderId);
    }

    /** Every row of every table as text; bytes show as hexadecimal digits. */
    Stream<String> everything() {
        return TABLES.stream()
                .flatMap(table -> ask(String.class, "SELECT t::text FROM %s t".formatted(table)).stream());
    }
}
