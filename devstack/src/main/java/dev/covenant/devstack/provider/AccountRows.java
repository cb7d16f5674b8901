package dev.covenant.devstack.provider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charges with their refunds. Each read is one statement, so that a charge and its refunds are of one moment. */
final class AccountRows {

    private AccountRows() {}

    static Optional<Account> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(joined("SELECT * FROM charge WHERE id = ?"))) {
            statement.setString(1, id);
            return read(statement).stream().findFirst();
        }
    }

    static List<Account> page(Connection connection, String after, int limit) throws SQLException {
        String charges = "SELECT * FROM charge WHERE id > ? ORDER BY id LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(joined(charges))) {
            statement.setString(1, after);
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    private static String joined(String charges) {
        return """
                SELECT c.id, c.amount, c.currency, c.token, c.state, c.captured, c.refunded, c.decline_reason,
                       r.id AS refund_id, r.amount AS refund_amount, r.state AS refund_state, r.reason AS refund_reason
                  FROM (%s) c
                  LEFT JOIN refund r ON r.charge_id = c.id
                 ORDER BY c.id, r.id""".formatted(charges);
    }

    private static List<Account> read(PreparedStatement statement) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            Charge charge = ChargeRows.read(row);
            if (accounts.isEmpty() || !accounts.getLast().charge().equals(charge)) {
                accounts.add(new Account(charge, new ArrayList<>()));
            }
            if (row.getString("refund_id") != null) {
                accounts.getLast().refunds().add(refund(row));
            }
        }
        return accounts;
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                new RefundRequest(row.getString("id"), row.getString("refund_id"), row.getLong("refund_amount")),
                Refund.State.valueOf(row.getString("refund_state")),
                row.getString("refund_reason"));
    }
}
