package dev.covenant.inventory.superseded;

import java.util.SortedMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Jdbi;

/** The table of uses. */
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
}
