package dev.covenant.acceptance;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.awaitility.Awaitility;

import dev.covenant.audit.Audit;
import dev.covenant.audit.AuditOptions;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/** Every book there is: of the three services and of the payment provider. Read with SQL, because what is meant is what is stored. */
final class Books {
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

    private final Stack stack;

    Books(Stack stack) {
        this.stack = stack;
    }

    /** Waits until no checkout is under way and the provider has answered all that payments asked it. */
    void settle() {
        Awaitility.await("every checkout is done, every payment settled")
                .atMost(SETTLED_WITHIN)
                .until(() -> number(orders(), "SELECT count(*) FROM checkout_saga WHERE state <> 'DONE'") == 0
                        && number(payments(), "SELECT count(*) FROM provider_attempt WHERE state <> 'ANSWERED'") == 0);
    }

    /** What must hold when nothing is under way, in every book: the audit's judgement, with the history of whatever is wrong. */
    void assertTheyAgree() {
        var report = Audit.of(stack.books()).run(AuditOptions.usual().settledNow());
        assertThat(report.isClean()).as(report.toString()).isTrue();
    }

    /** The payment of an order, in the provider's books; empty when the provider never heard of it. */
    List<String> chargesFor(String orderId) {
        var payment = rows(
                orders(),
                "SELECT command_id::text FROM saga_step WHERE step = 'AUTHORIZE' AND order_id = '%s'"
                        .formatted(orderId));
        return rows(
                stack.providerBooks(),
                "SELECT state || ' ' || captured FROM charge WHERE id = '%s'".formatted(payment.getFirst()));
    }

    /** The status of an order, and why it was rejected or cancelled. */
    String statusOf(String orderId) {
        return rows(
                        orders(),
                        "SELECT concat_ws(' ', status, ending_type) FROM customer_order WHERE order_id = '%s'"
                                .formatted(orderId))
                .getFirst();
    }

    private static long number(DataSource books, String query) {
        return Long.parseLong(rows(books, query).getFirst());
    }

    /** The first column of each row, as text. */
    private static List<String> rows(DataSource books, String query) {
        try (var connection = books.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private DataSource orders() {
        return stack.owner(Part.ORDERS);
    }

    private DataSource payments() {
        return stack.owner(Part.PAYMENTS);
    }
}
