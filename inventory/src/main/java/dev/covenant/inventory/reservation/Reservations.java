package dev.covenant.inventory.reservation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.inventory.stock.Quantity;

/** The rows of reservations. Every method but {@link #find} belongs into the transaction of a use case. */
@ApplicationScoped
public class Reservations {
    /** Row and lines in one round trip; without a new row there are no new lines either. */
    private static final String INSERT = """
            WITH new AS (
                INSERT INTO reservation (reservation_id, client, state, expires_at)
                VALUES (:id, :client, :state, :expiresAt)
                ON CONFLICT DO NOTHING
                RETURNING reservation_id
            ), lines AS (
                INSERT INTO reservation_line (reservation_id, sku, quantity)
                SELECT new.reservation_id, line.sku, line.quantity
                FROM new, unnest(:skus, :quantities) AS line (sku, quantity)
            )
            SELECT EXISTS (SELECT FROM new)
            """;

    private static final String SELECT = """
            SELECT r.reservation_id, r.client, r.state, r.expires_at, line.sku, line.quantity, line.available
            FROM reservation r LEFT JOIN reservation_line line USING (reservation_id)
            WHERE r.reservation_id = :id
            """;

    private final Jdbi jdbi;

    @Inject
    Reservations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** As it is now, for reading only. */
    public Optional<Reservation> find(UUID id) {
        return select(SELECT, id);
    }

    /** Waits for whoever is changing it, and lets nobody else change it until the transaction ends. */
    Optional<Reservation> lock(UUID id) {
        // Only the row: its lines never change after the transaction that wrote them.
        return select(SELECT + "FOR UPDATE OF r", id);
    }

    /** False when the id is there already; waits for a transaction that is just writing it. */
    boolean insert(Reservation reservation) {
        var lines = reservation.lines();
        return jdbi.withHandle(handle -> handle.createQuery(INSERT)
                .bind("id", reservation.id())
                .bind("client", reservation.client())
                .bind("state", reservation.state())
                .bind("expiresAt", reservation.expiresAt())
                .bindArray(
                        "skus", String.class, lines.stream().map(Quantity::sku).toList())
                .bindArray(
                        "quantities",
                        Long.class,
                        lines.stream().map(Quantity::pieces).toList())
                .mapTo(Boolean.class)
                .one());
    }

    /** Takes back what this transaction has inserted, as if it had never come. */
    void withdraw(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM reservation WHERE reservation_id = :id")
                .bind("id", id)
                .execute());
    }

    /** Writes the state of one that this transaction has locked or inserted. */
    void store(Reservation reservation) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE reservation SET state = :state, changed_at = now() WHERE reservation_id = :id")
                .bind("id", reservation.id())
                .bind("state", reservation.state())
                .execute());
    }

    /** Writes that one is refused, and what was short. */
    void storeRefusal(Reservation refused) {
        store(refused);
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "UPDATE reservation_line SET available = :available WHERE reservation_id = :id AND sku = :sku");
            refused.shortages().forEach(shortage -> batch.bind("id", refused.id())
                    .bind("sku", shortage.sku())
                    .bind("available", shortage.available())
                    .add());
            batch.execute();
        });
    }

    private Optional<Reservation> select(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("id", id)
                .scanResultSet((rows, context) -> ReservationRows.read(rows.get())));
    }
}
