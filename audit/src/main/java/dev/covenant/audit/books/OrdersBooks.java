package dev.covenant.audit.books;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The database of orders: orders, their sagas and events, idempotency keys. */
public final class OrdersBooks implements AutoCloseable {
    private static final String PLACED = """
            SELECT order_id FROM customer_order WHERE order_id BETWEEN :from AND :to ORDER BY order_id LIMIT :most""";
    private static final String CHANGED = """
            SELECT order_id FROM checkout_saga
            WHERE order_id BETWEEN :from AND :to AND (state = 'RUNNING' OR done_at >= :since)
            ORDER BY order_id LIMIT :most""";
    private static final String OWNERS = """
            SELECT step.command_id, step.order_id, saga.state, saga.done_at
            FROM saga_step step JOIN checkout_saga saga USING (order_id)
            WHERE step.command_id = ANY(:ids) AND step.step IN ('RESERVE', 'AUTHORIZE')""";
    private static final String RUNNING = """
            SELECT count(*) AS sagas, min(o.placed_at) AS oldest, count(*) FILTER (WHERE s.deadline < now()) AS late
            FROM checkout_saga s JOIN customer_order o USING (order_id) WHERE s.state = 'RUNNING'""";

    private final Database database;
    private final KeyBooks keys;

    public OrdersBooks(DataSource source) {
        database = new Database("the database of orders", source);
        keys = new KeyBooks(database);
    }

    public KeyBooks keys() {
        return keys;
    }

    /** The first ids of the range, in order, of what the scope takes in. */
    public List<UUID> ids(IdRange range, Scope scope, int most) {
        return database.atOneMoment(handle -> {
            var query = scope.newIds().contains(range.from())
                    ? handle.createQuery(PLACED)
                    : handle.createQuery(CHANGED).bind("since", scope.changedSince());
            return query.bindMethods(range).bind("most", most).mapTo(UUID.class).list();
        });
    }

    /** Those of the orders that exist, as they were at one moment. */
    public Map<UUID, Order> read(Collection<UUID> ids) {
        return database.atOneMoment(handle -> OrderRows.read(new ById(handle, ids)));
    }

    /** By command id: which orders' sagas named it to reserve or to authorize. Nothing for an id that none did. */
    public Map<UUID, List<Owner>> owners(Collection<UUID> commandIds) {
        return database.atOneMoment(handle -> handle
                .createQuery(OWNERS)
                .bindArray("ids", UUID.class, commandIds)
                .map((row, _) -> new Owner(
                        Database.uuid(row, "command_id"),
                        Database.uuid(row, "order_id"),
                        row.getString("state"),
                        Database.instant(row, "done_at")))
                .stream()
                .collect(Collectors.groupingBy(Owner::commandId)));
    }

    public RunningSagas running() {
        return database.atOneMoment(handle -> handle.createQuery(RUNNING)
                .map((row, _) ->
                        new RunningSagas(row.getLong("sagas"), Database.instant(row, "oldest"), row.getLong("late")))
                .one());
    }

    @Override
    public void close() {
        database.close();
    }
}
