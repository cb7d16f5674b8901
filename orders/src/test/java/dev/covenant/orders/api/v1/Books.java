package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.devstack.testing.ServerUnderTest;

import static org.awaitility.Awaitility.await;

/**
 * The service's tables, read and bent as their owner.
 *
 * @param service as the service itself
 */
record Books(Jdbi jdbi, Jdbi service) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final List<String> TABLES = List.of(
            "product", "customer_order", "order_line", "order_event", "checkout_saga", "saga_step", "idempotency_key");

    static Books of(ServerUnderTest server) {
        return new Books(Jdbi.create(server.owner()), Jdbi.create(server.runtime()));
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

    /** @param lock a query that locks what the service will want to write; it may, when the action is over */
    void whileLocked(String lock, Object value, Runnable action) {
        jdbi.useTransaction(handle -> {
            handle.select(lock, value).mapToMap().list();
            action.run();
        });
    }

    /** Ends every connection of the service that waits for a lock, as a crash of the database does, until that is enough. */
    void breakConnectionsThatWait(Callable<Boolean> isEnough) {
        var waiting =
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND wait_event_type = 'Lock'";
        service.useHandle(
                handle -> await().atMost(LIMIT).pollInterval(BETWEEN_LOOKS).until(() -> {
                    handle.select(waiting).mapTo(Boolean.class).list();
                    return isEnough.call();
                }));
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
