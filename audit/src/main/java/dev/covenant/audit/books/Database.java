package dev.covenant.audit.books;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** One service's database over one connection, which is opened at the first look and kept until the end. Not for several threads. */
final class Database implements AutoCloseable {
    private final String name;
    private final DataSource source;
    private Handle handle;

    Database(String name, DataSource source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Reads several things as they were at one moment: what a service changes in one transaction is seen whole or not at all.
     *
     * @throws UnreadableBookException when it cannot be read, or takes longer than the session's limit
     */
    <T> T atOneMoment(Function<Handle, T> reading) {
        try {
            return open().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, reading::apply);
        } catch (JdbiException e) {
            throw new UnreadableBookException(name, e);
        }
    }

    @Override
    public void close() {
        if (handle != null) {
            handle.close();
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private Handle open() {
        if (handle == null) {
            handle = Jdbi.create(this::connect)
                    .registerArrayType(UUID.class, "uuid")
                    .registerArrayType(String.class, "text")
                    .open();
        }
        return handle;
    }

    /** Whatever the role may do, this session only reads. */
    private Connection connect() throws SQLException {
        var connection = source.getConnection();
        connection.setReadOnly(true);
        return connection;
    }
}
