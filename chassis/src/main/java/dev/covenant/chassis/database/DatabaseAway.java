package dev.covenant.chassis.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;

/** Tells a database that cannot be used now, for which the caller may ask again, from a fault. */
public final class DatabaseAway {
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    public static boolean isCauseOf(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(DatabaseAway::is);
    }

    /** SQLSTATE classes of PostgreSQL: 08 connection, 40 rollback (deadlock), 53 resources, 57 operator intervention (shutdown, time-out), 55P03 lock wait. */
    private static boolean is(Throwable cause) {
        if (cause instanceof SQLTransientException) {
            return true;
        }
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && Stream.of("08", "40", "53", "57", "55P03").anyMatch(sql.getSQLState()::startsWith);
    }
}
