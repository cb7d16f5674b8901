package dev.covenant.chassis.superseded;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A client's use of an operation on one day.
 *
 * @param operation such as {@code GET /api/v1/stock/{sku}}
 * @param client the subject of its token
 * @param day in UTC
 */
record Use(String operation, String client, LocalDate day) implements Comparable<Use> {
    private static final Comparator<Use> ORDER =
            Comparator.comparing(Use::operation).thenComparing(Use::client).thenComparing(Use::day);

    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }
}
