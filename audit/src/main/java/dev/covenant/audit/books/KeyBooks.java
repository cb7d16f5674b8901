package dev.covenant.audit.books;

import java.util.List;
import java.util.Optional;

/** The idempotency keys of orders. */
public final class KeyBooks {
    private static final String PAGE = """
            SELECT k.subject, k.operation, k.key, k.order_id, o.customer
            FROM idempotency_key k LEFT JOIN customer_order o USING (order_id)
            WHERE (k.subject, k.operation, k.key) > (:subject, :operation, :key) AND k.expires_at >= :since
            ORDER BY k.subject, k.operation, k.key LIMIT :most""";

    private final Database database;

    KeyBooks(Database database) {
        this.database = database;
    }

    /** The keys behind one, in their order, each with the customer of the order that it leads to. One statement, so of one moment. */
    public List<Key> page(Optional<Key> after, Scope scope, int most) {
        return database.atOneMoment(handle -> handle.createQuery(PAGE)
                .bind("subject", after.map(Key::subject).orElse(""))
                .bind("operation", after.map(Key::operation).orElse(""))
                .bind("key", after.map(Key::key).orElse(""))
                // What was claimed in the scope's time expires later than that.
                .bind("since", scope.changedSince())
                .bind("most", most)
                .map((row, _) -> new Key(
                        row.getString("subject"),
                        row.getString("operation"),
                        row.getString("key"),
                        Database.uuid(row, "order_id"),
                        row.getString("customer")))
                .list());
    }
}
