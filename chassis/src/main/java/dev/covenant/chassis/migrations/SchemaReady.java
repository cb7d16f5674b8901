package dev.covenant.chassis.migrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Ready when the service's own database answers and its schema is at least {@code covenant.schema.version}. Nothing else counts. */
@Readiness
@ApplicationScoped
class SchemaReady implements HealthCheck {
    private final Jdbi jdbi;
    private final int needed;

    @Inject
    SchemaReady(Jdbi jdbi, @ConfigProperty(name = "covenant.schema.version") int needed) {
        this.jdbi = jdbi;
        this.needed = needed;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("schema").withData("needed", needed);
        try {
            var present = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT coalesce(max(version::int), 0) FROM flyway_schema_history WHERE success AND version ~ '^[0-9]+$'")
                    .mapTo(Integer.class)
                    .one());
            return answer.withData("present", present).status(present >= needed).build();
        } catch (JdbiException e) {
            return answer.withData("present", "database does not answer").down().build();
        }
    }
}
