package dev.covenant.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import org.awaitility.Awaitility;

/** A transaction of the test's own that a service has to wait for: the way to stop it between an answer and its commit. */
final class RowLock implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int NOBODY = 0;

    private final Connection holder;
    private final Connection observer;
    private final int holderPid;
    private int waiter = NOBODY;

    private RowLock(Connection holder, Connection observer) throws SQLException {
        this.holder = holder;
        this.observer = observer;
        this.holderPid = pidOf(holder);
    }

    /**
     * @param superuser sees what others execute
     * @param statement locks what it reads or writes until this is closed, and leaves nothing behind
     */
    static RowLock take(DataSource books, DataSource superuser, String statement) {
        try {
            var holder = books.getConnection();
            holder.setAutoCommit(false);
            try (var locking = holder.createStatement()) {
                locking.execute(statement);
            }
            return new RowLock(holder, superuser.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Returns when a service waits for this lock. */
    void awaitBlocked() {
        awaitBlocked("");
    }

    /** Returns when a service waits for this lock with a statement that begins so. */
    void awaitBlocked(String beginning) {
        Awaitility.await("a transaction that waits for the lock").atMost(LIMIT).until(() -> {
            waiter = waiting(beginning);
            return waiter != NOBODY;
        });
    }

    /** Lets the service go on, and returns when its transaction is over. */
    void letPass() {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await("the end of the transaction that waited for the lock")
                .atMost(LIMIT)
                .until(() -> !isInTransaction(waiter));
    }

    /** The service goes on. */
    @Override
    public void close() {
        try (holder;
                observer) {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting(String beginning) throws SQLException {
        return number(
                "SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE ? = ANY(pg_blocking_pids(pid)) "
                        + "AND starts_with(query, '" + beginning + "')",
                holderPid);
    }

    private boolean isInTransaction(int pid) throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE pid = ? AND state <> 'idle'", pid) > 0;
    }

    private int number(String sql, int pid) throws SQLException {
        try (var query = observer.prepareStatement(sql)) {
            query.setInt(1, pid);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static int pidOf(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
