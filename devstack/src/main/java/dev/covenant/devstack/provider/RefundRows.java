package dev.covenant.devstack.provider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of the table refund and their entries, in the caller's transaction, which holds the charge's lock. */
final class RefundRows {

    private RefundRows() {}

    static Optional<Refund> find(Connection connection, String chargeId, String id) throws SQLException {
        String sql = "SELECT amount, state, reason FROM refund WHERE charge_id = ? AND id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, chargeId);
            statement.setString(2, id);
            ResultSet row = statement.executeQuery();
            return row.next()
                    ? Optional.of(new Refund(
                            new RefundRequest(chargeId, id, row.getLong("amount")),
                            Refund.State.valueOf(row.getString("state")),
                            row.getString("reason")))
                    : Optional.empty();
        }
    }

    static void insert(Connection connection, Refund refund) throws SQLException {
        String sql = "INSERT INTO refund (charge_id, id, amount, state, reason) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, refund.request().chargeId());
            statement.setString(2, refund.request().id());
            statement.setLong(3, refund.request().amount());
            statement.setString(4, refund.state().name());
            statement.setString(5, refund.reason());
            statement.executeUpdate();
        }
    }

    static void appendEntry(Connection connection, Refund refund) throws SQLException {
        String sql = "INSERT INTO entry (charge_id, refund_id, kind, amount) VALUES (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, refund.request().chargeId());
            statement.setString(2, refund.request().id());
            statement.setString(3, "REFUND_" + refund.state().name());
            statement.setLong(4, refund.request().amount());
            statement.executeUpdate();
        }
    }
}
