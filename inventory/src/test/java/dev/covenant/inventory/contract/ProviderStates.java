package dev.covenant.inventory.contract;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import au.com.dius.pact.provider.junitsupport.State;

/**
 * The states that contracts start from. Each hands back the {@code expiresAt} of its reservation, for requests that must repeat it or
 * bring one that is not over.
 */
public class ProviderStates {
    private static final long BESIDE = 5;

    private final DataSource owner;
    private final String consumer;
    private final Instant expiresAt = Instant.now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);

    /** @param consumer whose contract it is, and whose reservations they are */
    ProviderStates(DataSource owner, String consumer) {
        this.owner = owner;
        this.consumer = consumer;
    }

    @State("stock")
    public Map<String, Object> stock(Map<String, Object> params) throws SQLException {
        return set(rows -> rows.item(sku(params), number(params, "onHand"), number(params, "reserved")));
    }

    @State("a held reservation")
    public Map<String, Object> held(Map<String, Object> params) throws SQLException {
        var quantity = number(params, "quantity");
        return reservation(params, "HELD", BESIDE + quantity, quantity);
    }

    @State("a committed reservation")
    public Map<String, Object> committed(Map<String, Object> params) throws SQLException {
        return reservation(params, "COMMITTED", BESIDE, 0);
    }

    @State("a released reservation")
    public Map<String, Object> released(Map<String, Object> params) throws SQLException {
        return reservation(params, "RELEASED", BESIDE, 0);
    }

    @State("a returned reservation")
    public Map<String, Object> returned(Map<String, Object> params) throws SQLException {
        return reservation(params, "RETURNED", BESIDE, 0);
    }

    @State("an expired reservation")
    public Map<String, Object> expired(Map<String, Object> params) throws SQLException {
        return reservation(params, "EXPIRED", BESIDE, 0);
    }

    @State("a refused reservation")
    public Map<String, Object> refused(Map<String, Object> params) throws SQLException {
        return reservation(params, "REFUSED", number(params, "quantity") - 1, 0);
    }

    @State("no reservation")
    public Map<String, Object> none(Map<String, Object> params) throws SQLException {
        return set(rows -> {});
    }

    private Map<String, Object> reservation(Map<String, Object> params, String state, long onHand, long reserved)
            throws SQLException {
        return set(rows -> {
            rows.item(sku(params), onHand, reserved);
            rows.reservation(
                    UUID.fromString((String) params.get("reservationId")),
                    state,
                    sku(params),
                    number(params, "quantity"));
        });
    }

    private Map<String, Object> set(Change change) throws SQLException {
        try (var connection = owner.getConnection()) {
            var rows = new Rows(connection, consumer, expiresAt);
            rows.clear();
            rows.distract();
            change.make(rows);
        }
        return Map.of("expiresAt", expiresAt.toString());
    }

    private static String sku(Map<String, Object> params) {
        return (String) params.get("sku");
    }

    private static long number(Map<String, Object> params, String name) {
        return ((Number) params.get(name)).longValue();
    }

    private interface Change {
        void make(Rows rows) throws SQLException;
    }
}
