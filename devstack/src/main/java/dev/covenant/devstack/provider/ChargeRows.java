package dev.covenant.devstack.provider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of the tables charge and entry, in the caller's transaction. */
final class ChargeRows {

    private ChargeRows() {}

    /**
     * Inserts the charge unless its id is taken, waiting for another transaction that is inserting the same id.
     *
     * @return whether it was inserted; if not, the other one is committed and can be read
     */
    static boolean insert(Connection connection, Charge charge) throws SQLException {
        String sql = """
                INSERT INTO charge (id, amount, currency, token, state, captured, refunded, decline_reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, charge.request().id());
            statement.setLong(2, charge.request().amount());
            statement.setString(3, charge.request().currency());
            statement.setString(4, charge.request().token());
            statement.setString(5, charge.state().name());
            statement.setLong(6, charge.captured());
            statement.setLong(7, charge.refunded());
            statement.setString(8, charge.declineReason());
            return statement.executeUpdate() == 1;
        }
    }

    /** Reads the charge and locks it until the transaction ends: whoever changes it decides on what it then is. */
    static Optional<Charge> lock(Connection connection, String id) throws SQLException {
        String sql = """
                SELECT id, amount, currency, token, state, captured, refunded, decline_reason
                  FROM charge WHERE id = ? FOR UPDATE""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    static void update(Connection connection, Charge charge) throws SQLException {
        String sql = "UPDATE charge SET state = ?, captured = ?, refunded = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, charge.state().name());
            statement.setLong(2, charge.captured());
            statement.setLong(3, charge.refunded());
            statement.setString(4, charge.request().id());
            statement.executeUpdate();
        }
    }

    /** Appends the entry of the state that the charge has just come to. */
    static void appendEntry(Connection connection, Charge charge) throws SQLException {
        String sql = "INSERT INTO entry (charge_id, kind, amount) VALUES (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, charge.request().id());
            statement.setString(2, charge.state().name());
            statement.setLong(3, charge.request().amount());
            statement.executeUpdate();
        }
    }

    static Charge read(ResultSet row) throws SQLException {
        return new Charge(
                new ChargeRequest(
                        row.getString("id"), row.getLong("amount"), row.getString("currency"), row.getString("token")),
                Charge.State.valueOf(row.getString("state")),
                row.getLong("captured"),
                row.getLong("refunded"),
                row.getString("decline_reason"));
    }
}
