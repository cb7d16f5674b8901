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

    /** Waits until this checkout has come to its end. */
    void awaitDone(String orderId) {
        Awaitility.await("the checkout of order " + orderId + " is done")
                .atMost(SETTLED_WITHIN)
                .until(() -> number(
                                orders(),
                                "SELECT count(*) FROM checkout_saga WHERE state = 'DONE' AND order_id = '%s'"
                                        .formatted(orderId))
                        == 1);
    }

    /** Waits until what a neighbour answered to this message is written. */
    void awaitAnswered(String orderId, Message message) {
        Awaitility.await("the answer to %s of order %s".formatted(message, orderId))
                .atMost(SETTLED_WITHIN)
                .until(() -> number(
                                orders(),
                                "SELECT count(*) FROM saga_step WHERE state = 'DONE' AND order_id = '%s' AND step = '%s'"
                                        .formatted(orderId, message))
                        == 1);
    }

    /** Whether orders has asked for its payment in vain. */
    boolean isPaymentPending(String orderId) {
        return number(
                        orders(),
                        "SELECT count(*) FROM saga_step WHERE state = 'UNKNOWN' AND detail LIKE '%PENDING' "
                                + "AND order_id = '%s' AND step = 'AUTHORIZE'".formatted(orderId))
                == 1;
    }

    /** Stands for the time that has to pass until the leases of a dead replica are over. */
    void letLeasesExpire() {
        change(orders(), "UPDATE checkout_saga SET lease_until = now() - interval '1 second' WHERE state = 'RUNNING'");
    }

    /** Stands for the time that has to pass until a request of a dead replica counts as given up. */
    void letHandlersExpire() {
        change(orders(), "UPDATE idempotency_key SET handled_until = now() - interval '1 second'");
    }

    /** Stands for the time that has to pass until the errands of a dead replica of payments are taken up. */
    void letAttemptsComeDue() {
        change(
                payments(),
                "UPDATE provider_attempt SET due_at = now() - interval '1 second' WHERE state <> 'ANSWERED'");
    }

    /** Whoever wants to move this checkout on has to wait. */
    RowLock lockCheckout(String orderId) {
        return RowLock.take(
                orders(), superuser(), "SELECT FROM checkout_saga WHERE order_id = '%s' FOR UPDATE".formatted(orderId));
    }

    /** Whoever wants to write about any checkout has to wait, also who would find that there is nothing for him to write. */
    RowLock lockAllCheckouts() {
        return RowLock.take(orders(), superuser(), "LOCK TABLE checkout_saga IN EXCLUSIVE MODE");
    }

    /** Whoever wants to change the level of this SKU has to wait. */
    RowLock lockStock(String sku) {
        return RowLock.take(
                inventory(), superuser(), "SELECT FROM stock_item WHERE sku = '%s' FOR UPDATE".formatted(sku));
    }

    /** Whoever wants to write this order's payment has to wait, be it the first time or a later one. */
    RowLock lockPayment(String orderId) {
        return RowLock.take(payments(), superuser(), """
                INSERT INTO payment AS p (payment_id, client, state, created_at, changed_at)
                VALUES ('%s', 'nobody', 'VOIDED', now(), now())
                ON CONFLICT (payment_id) DO UPDATE SET state = p.state""".formatted(paymentOf(orderId)));
    }

    /** What the provider did for an order, in the order of doing. */
    List<String> providerEntriesFor(String orderId) {
        return rows(
                stack.providerBooks(),
                "SELECT kind FROM entry WHERE charge_id = '%s' ORDER BY seq".formatted(paymentOf(orderId)));
    }

    /** The order's log: number and type of each event. */
    List<String> eventsOf(String orderId) {
        return rows(
                orders(),
                "SELECT seq || ' ' || type FROM order_event WHERE order_id = '%s' ORDER BY seq".formatted(orderId));
    }

    /** Everything that orders, inventory and payments have stored about an order: to show that nothing has changed. */
    List<String> everythingAbout(String orderId) {
        var about = new ArrayList<String>();
        for (var table : List.of("customer_order", "checkout_saga", "saga_step", "order_event")) {
            about.addAll(rows(
                    orders(), "SELECT r::text FROM %s r WHERE order_id = '%s' ORDER BY 1".formatted(table, orderId)));
        }
        var payment = paymentOf(orderId);
        for (var table : List.of("payment", "provider_attempt", "journal", "refund")) {
            about.addAll(rows(
                    payments(),
                    "SELECT r::text FROM %s r WHERE payment_id = '%s' ORDER BY 1".formatted(table, payment)));
        }
        about.addAll(rows(
                inventory(),
                "SELECT r::text FROM reservation r WHERE reservation_id::text IN ('%s') ORDER BY 1"
                        .formatted(String.join("','", reservationsOf(orderId)))));
        return about;
    }

    private List<String> reservationsOf(String orderId) {
        return rows(
                orders(),
                "SELECT command_id::text FROM saga_step WHERE step = 'RESERVE' AND order_id = '%s'".formatted(orderId));
    }

    /** The orders that a customer has. */
    List<String> ordersOf(String customer) {
        return rows(
                orders(),
                "SELECT order_id::text FROM customer_order WHERE customer = '%s' ORDER BY 1".formatted(customer));
    }

    /** The payment of an order, in the provider's books; empty when the provider never heard of it. */
    List<String> chargesFor(String orderId) {
        return rows(
                stack.providerBooks(),
                "SELECT state || ' ' || captured FROM charge WHERE id = '%s'".formatted(paymentOf(orderId)));
    }

    /** The status of an order, and why it was rejected or cancelled. */
    String statusOf(String orderId) {
        return rows(
                        orders(),
                        "SELECT concat_ws(' ', status, ending_type) FROM customer_order WHERE order_id = '%s'"
                                .formatted(orderId))
                .getFirst();
    }

    private String paymentOf(String orderId) {
        return rows(
                        orders(),
                        "SELECT command_id::text FROM saga_step WHERE step = 'AUTHORIZE' AND order_id = '%s'"
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

    private static void change(DataSource books, String update) {
        try (var connection = books.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(update);
        } catch (SQLException e) {
            throw new IllegalStateException(update, e);
        }
    }

    private DataSource orders() {
        return stack.owner(Part.ORDERS);
    }

    private DataSource superuser() {
        return stack.postgres().superuser();
    }

    private DataSource inventory() {
        return stack.owner(Part.INVENTORY);
    }

    private DataSource payments() {
        return stack.owner(Part.PAYMENTS);
    }
}
