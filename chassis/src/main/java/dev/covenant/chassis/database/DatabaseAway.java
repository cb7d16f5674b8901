package dev.covenant.chassis.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a database that cannot be used now, for which the caller may ask again, from a fault. */
public final class DatabaseAway {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 300;

    private DatabaseAway() {}

    public static boolean isCauseOf(Throwable fault) {
        return causes(fault).anyMatch(DatabaseAway::is);
    }

    /**
     * The fault and its causes in a line, for the log: without the stack, since a database that is away fails everything, and so many stacks
     * bury what else is said.
     */
    public static String inWords(Throwable fault) {
        return causes(fault)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .flatMap(message -> message.lines().limit(1))
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line)
                .distinct()
                .collect(Collectors.joining("; because: "));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
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
