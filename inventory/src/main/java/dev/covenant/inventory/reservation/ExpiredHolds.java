package dev.covenant.inventory.reservation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.inventory.stock.Quantity;

/**
 * The HELD rows whose time is over by the database's clock. The statements hand ids on as arrays and look lines up one hold at a time:
 * then each plan keeps to its indexes whatever the statistics say. As joins, the same questions read every line that a much sold SKU
 * ever had, or the whole table.
 */
@ApplicationScoped
class ExpiredHolds {
    /** Looks at a thousand holds at most, the oldest: while the sweeper has a backlog, a shortage must not become slow. */
    private static final String ON_SKUS = """
            SELECT oldest.reservation_id
            FROM (SELECT reservation_id FROM reservation
                  WHERE state = 'HELD' AND expires_at <= now()
                  ORDER BY expires_at LIMIT 1000) oldest
            CROSS JOIN LATERAL (SELECT FROM reservation_line line
                                WHERE line.reservation_id = oldest.reservation_id AND line.sku = ANY(:skus)
                                LIMIT 1) found
            """;

    private static final String EXPIRE = """
            UPDATE reservation SET state = 'EXPIRED', changed_at = now()
            WHERE reservation_id = ANY(ARRAY(%s))
            RETURNING reservation_id
            """;

    private static final String EXPIRE_DUE = EXPIRE.formatted("""
            SELECT reservation_id FROM reservation
            WHERE state = 'HELD' AND expires_at <= now()
            ORDER BY expires_at LIMIT :most
            FOR UPDATE SKIP LOCKED
            """);

    /** Waits for whoever is just expiring one of them, because its pieces are free then; by id, so that nobody waits in a circle. */
    private static final String EXPIRE_ON_SKUS = EXPIRE.formatted("""
            SELECT reservation_id FROM reservation
            WHERE state = 'HELD' AND reservation_id = ANY(ARRAY(%s))
            ORDER BY reservation_id LIMIT :most
            FOR UPDATE
            """.formatted(ON_SKUS));

    private static final String EXIST_ON_SKUS = "SELECT EXISTS (%s)".formatted(ON_SKUS);

    private static final String PIECES = """
            SELECT sku, sum(quantity)::bigint AS pieces FROM reservation_line
            WHERE reservation_id = ANY(:holds) GROUP BY sku
            """;

    private final Jdbi jdbi;

    @Inject
    ExpiredHolds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean existOn(List<String> skus) {
        return jdbi.withHandle(handle -> handle.createQuery(EXIST_ON_SKUS)
                .bindArray("skus", String.class, skus)
                .mapTo(Boolean.class)
                .one());
    }

    /** For how long the one that should have been given up first is over; 0 when none is. */
    double longestOverdueSeconds() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT coalesce(extract(epoch FROM now() - min(expires_at)), 0) "
                                + "FROM reservation WHERE state = 'HELD' AND expires_at <= now()")
                        .mapTo(Double.class)
                        .one());
    }

    /** Sets those that nobody is just changing EXPIRED, the oldest first. The caller lowers what is reserved. */
    List<UUID> expire(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(EXPIRE_DUE)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Sets those that have a line on one of the SKUs EXPIRED. The caller lowers what is reserved. */
    List<UUID> expireOn(List<String> skus, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(EXPIRE_ON_SKUS)
                .bindArray("skus", String.class, skus)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** What they hold together, one quantity for each SKU. */
    List<Quantity> pieces(List<UUID> holds) {
        return jdbi.withHandle(handle -> handle.createQuery(PIECES)
                .bindArray("holds", UUID.class, holds)
                .map((row, context) -> new Quantity(row.getString("sku"), row.getLong("pieces")))
                .list());
    }
}
