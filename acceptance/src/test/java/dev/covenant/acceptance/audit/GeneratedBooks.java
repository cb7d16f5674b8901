package dev.covenant.acceptance.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/**
 * Books as the services would have written them, for numbered orders of five kinds that repeat: 0 confirmed with stock, 1 confirmed
 * digital, 2 declined, 3 cancelled after it was confirmed, 4 refused for want of stock. Written as the roles that own the books.
 */
final class GeneratedBooks {
    private static final Map<Part, String> CLEAR = Map.of(
            Part.ORDERS, "TRUNCATE idempotency_key, order_event, order_line, saga_step, checkout_saga, customer_order",
            Part.INVENTORY, "TRUNCATE stock_item, stock_elsewhere, stock_movement, reservation, reservation_line",
            Part.PAYMENTS, """
            ALTER TABLE journal DISABLE TRIGGER append_only;
            ALTER TABLE posting DISABLE TRIGGER append_only;
            TRUNCATE posting, journal, provider_attempt, outcome_delivery, refund, payment RESTART IDENTITY;
            ALTER TABLE journal ENABLE TRIGGER append_only;
            ALTER TABLE posting ENABLE TRIGGER append_only""",
            Part.PROVIDER, """
            ALTER TABLE entry DISABLE TRIGGER append_only;
            TRUNCATE entry, refund, charge;
            ALTER TABLE entry ENABLE TRIGGER append_only""");

    private final Stack stack;
    private final long base;

    /** @param base when number 0 was placed; each number is a millisecond later */
    GeneratedBooks(Stack stack, Instant base) {
        this.stack = stack;
        this.base = base.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
    }

    void clear() {
        CLEAR.forEach(this::execute);
    }

    /** Writes the orders of these numbers into all four books. */
    void write(long from, long to) {
        for (var part : CLEAR.keySet()) {
            execute(
                    part,
                    script(part)
                            .replace("{base}", Long.toString(base))
                            .replace("{from}", Long.toString(from))
                            .replace("{to}", Long.toString(to)));
        }
    }

    /** Changes a book by hand; {order}, {reservation}, {payment}, {refund} and {sku} stand for those of a number. */
    void plant(Part part, long number, String sql) {
        execute(
                part,
                sql.replace("{order}", order(number).toString())
                        .replace("{reservation}", id(0x00b, number).toString())
                        .replace("{payment}", id(0x00c, number).toString())
                        .replace("{refund}", id(0x00d, number).toString())
                        .replace("{sku}", "MUG-" + number % 100));
    }

    UUID order(long number) {
        return id(0x00a, number);
    }

    private UUID id(int kind, long number) {
        return new UUID((base + number) << 16 | 0x7000 | kind, 0x8000_0000_0000_0000L | number);
    }

    private void execute(Part part, String sql) {
        try (var connection = database(part).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(part + ": " + sql, e);
        }
    }

    private DataSource database(Part part) {
        return part == Part.PROVIDER ? stack.providerBooks() : stack.owner(part);
    }

    private static String script(Part part) {
        var name = "/books/%s.sql".formatted(part);
        try (var script = GeneratedBooks.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
