package dev.covenant.audit.books;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The database of inventory: reservations and the movements that follow from them. Stock levels are {@link StockBooks}. */
public final class InventoryBooks implements AutoCloseable {
    /** Of movements too: one that names a reservation which is not there must not stay unseen. */
    private static final String IDS = """
            (SELECT reservation_id FROM reservation
             WHERE reservation_id BETWEEN :from AND :to AND changed_at >= :since ORDER BY reservation_id LIMIT :most)
            UNION
            (SELECT DISTINCT reservation_id FROM stock_movement
             WHERE reservation_id BETWEEN :from AND :to AND recorded_at >= :since ORDER BY reservation_id LIMIT :most)
            ORDER BY reservation_id LIMIT :most""";

    private static final String RESERVATIONS = """
            SELECT reservation_id AS id, client, state, expires_at, created_at, changed_at FROM reservation
            WHERE reservation_id = ANY(:ids)""";
    private static final String LINES = """
            SELECT reservation_id AS id, sku, quantity, available FROM reservation_line
            WHERE reservation_id = ANY(:ids) ORDER BY sku""";
    private static final String MOVEMENTS = """
            SELECT reservation_id AS id, movement_id, sku, type, quantity, reason, reservation_id, applied, recorded_at
            FROM stock_movement WHERE reservation_id = ANY(:ids) ORDER BY recorded_at, movement_id""";

    private final Database database;
    private final StockBooks stock;

    public InventoryBooks(DataSource source) {
        database = new Database("the database of inventory", source);
        stock = new StockBooks(database);
    }

    public StockBooks stock() {
        return stock;
    }

    /** The first ids of the range, in order, of reservations that changed in the scope's time or whose stock moved in it. */
    public List<UUID> ids(IdRange range, Scope scope, int most) {
        return database.atOneMoment(handle -> handle.createQuery(IDS)
                .bindMethods(range)
                .bind("since", scope.changedSince())
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** What there is under each id, as it was at one moment. */
    public Map<UUID, StockClaim> read(Collection<UUID> ids) {
        return database.atOneMoment(handle -> {
            var rows = new ById(handle, ids);
            var lines = rows.rows(
                    LINES,
                    (row, _) -> new ReservedLine(
                            row.getString("sku"), row.getLong("quantity"), row.getObject("available", Long.class)));
            var movements = rows.rows(MOVEMENTS, (row, _) -> StockBooks.movement(row));
            var reservations = rows.rows(
                    RESERVATIONS,
                    (row, _) -> new Reservation(
                            Database.uuid(row, "id"),
                            row.getString("client"),
                            row.getString("state"),
                            Database.instant(row, "expires_at"),
                            Database.instant(row, "created_at"),
                            Database.instant(row, "changed_at"),
                            lines.getOrDefault(Database.uuid(row, "id"), List.of())));
            return ids.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            id -> new StockClaim(
                                    reservations.getOrDefault(id, List.of()).stream()
                                            .findFirst(),
                                    movements.getOrDefault(id, List.of()))));
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
