package dev.covenant.orders.checkout;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** How many sagas are under way, how old they are, and how many are parked, of all replicas together. */
@ApplicationScoped
class SagaFigures {
    /** By the partial index of running sagas alone: what is done costs nothing. The deadline tells when a saga began. */
    private static final String RUNNING = """
            SELECT direction, count(*) AS sagas, count(*) FILTER (WHERE failures >= :parked) AS parked,
                greatest(extract(epoch FROM now() - min(deadline)) + :seconds, 0) AS oldest
            FROM checkout_saga WHERE state = 'RUNNING' GROUP BY direction
            """;

    private final Jdbi jdbi;
    private final SagaSettings settings;

    @Inject
    SagaFigures(Jdbi jdbi, SagaSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** @return for each direction that any running saga has */
    Map<Direction, Running> now() {
        var running = new EnumMap<Direction, Running>(Direction.class);
        jdbi.useHandle(handle -> handle.createQuery(RUNNING)
                .bind("parked", settings.parkedAfter())
                .bind("seconds", settings.deadline().toSeconds())
                .map((row, context) -> running.put(
                        Direction.valueOf(row.getString("direction")),
                        new Running(row.getLong("sagas"), row.getLong("parked"), row.getDouble("oldest"))))
                .list());
        return running;
    }

    /** @param oldest age in seconds, since its order was placed */
    record Running(long sagas, long parked, double oldest) {
        static final Running NONE = new Running(0, 0, 0);
    }
}
