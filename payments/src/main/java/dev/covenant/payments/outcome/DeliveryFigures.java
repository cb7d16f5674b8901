package dev.covenant.payments.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** How many outcomes are still to be told, of all replicas together. */
@ApplicationScoped
class DeliveryFigures {
    /** By the partial index of waiting ones alone: what was told costs nothing. */
    private static final String WAITING = """
            SELECT count(*) AS deliveries, count(parked_at) AS parked,
                coalesce(extract(epoch FROM now() - min(created_at)), 0) AS oldest
            FROM outcome_delivery WHERE state = 'WAITING'
            """;

    private final Jdbi jdbi;

    @Inject
    DeliveryFigures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Waiting now() {
        return jdbi.withHandle(handle -> handle.createQuery(WAITING)
                .map((row, context) ->
                        new Waiting(row.getLong("deliveries"), row.getLong("parked"), row.getDouble("oldest")))
                .one());
    }

    /** @param oldest age in seconds, since its payment was settled */
    record Waiting(long deliveries, long parked, double oldest) {}
}
