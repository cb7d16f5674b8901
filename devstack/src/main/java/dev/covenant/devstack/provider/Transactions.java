package dev.covenant.devstack.provider;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one READ COMMITTED transaction: committed when this returns, rolled back when it throws. */
final class Transactions {

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource source;

    Transactions(DataSource source) {
        this.source = source;
    }

    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException fault) {
                rollBack(connection, fault);
                throw fault;
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }
}
