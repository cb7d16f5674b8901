package dev.covenant.chassis.superseded;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;

/** The tables of uses, and of the days on which they were counted. */
@ApplicationScoped
class UseTable {
    private final Jdbi jdbi;

    @Inject
    UseTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All or none. In the order of the map, so that replicas never wait for each other in a circle. */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(SortedMap<Use, Long> requests) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "INSERT INTO superseded_use (operation, client, day, requests) "
                            + "VALUES (:operation, :client, :day, :requests) "
                            + "ON CONFLICT (operation, client, day) DO UPDATE SET requests = superseded_use.requests + excluded.requests");
            requests.forEach((use, count) -> batch.bind("operation", use.operation())
                    .bind("client", use.client())
                    .bind("day", use.day())
                    .bind("requests", count)
                    .add());
            batch.execute();
        });
    }

    /** All or none. While servers announce different days, as in a rollout, a client may rely on the latest of them. */
    @Transactional(TxType.REQUIRES_NEW)
    public void counted(SortedMap<String, Instant> sunsets, LocalDate day) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "INSERT INTO superseded_counted (operation, day, sunset) "
                            + "VALUES (:operation, :day, :sunset) "
                            + "ON CONFLICT (operation, day) DO UPDATE SET sunset = greatest(superseded_counted.sunset, excluded.sunset)");
            sunsets.forEach((operation, sunset) -> batch.bind("operation", operation)
                    .bind("day", day)
                    .bind("sunset", sunset)
                    .add());
            batch.execute();
        });
    }

    /** @param day the first that stays */
    @Transactional(TxType.REQUIRES_NEW)
    public void forgetBefore(LocalDate day) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM superseded_use WHERE day < ?", day);
            handle.execute("DELETE FROM superseded_counted WHERE day < ?", day);
        });
    }
}
