package dev.covenant.payments.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** How much the provider has not answered, of all replicas together. */
@ApplicationScoped
public class AttemptFigures {
    /** By the partial index of open attempts alone: what is answered costs nothing. */
    private static final String OPEN = """
            SELECT count(*) AS attempts, count(parked_at) AS parked,
                coalesce(extract(epoch FROM now() - min(created_at)), 0) AS oldest
            FROM provider_attempt WHERE state <> 'ANSWERED'
            """;

    private final Jdbi jdbi;

    @Inject
    AttemptFigures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Open now() {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .map((row, context) ->
                        new Open(row.getLong("attempts"), row.getLong("parked"), row.getDouble("oldest")))
                .one());
    }

    /** @param oldest age in seconds, since the provider was first to be asked */
    public record Open(long attempts, long parked, double oldest) {}
}
