package dev.covenant.orders.checkout;

import java.util.concurrent.TimeUnit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.JdbiException;

/** Finds sagas that nobody works on (their replica died, a neighbour did not answer) and works on them, from the first moment on. */
@ApplicationScoped
class RecoveryWorker {
    private static final System.Logger LOG = System.getLogger(RecoveryWorker.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final SagaPickup pickup;
    private final long intervalMillis;
    private final int batch;

    @Inject
    RecoveryWorker(
            SagaPickup pickup,
            @ConfigProperty(name = "orders.recovery.interval-ms") long intervalMillis,
            @ConfigProperty(name = "orders.recovery.batch") int batch) {
        this.pickup = pickup;
        this.intervalMillis = intervalMillis;
        this.batch = batch;
    }

    void begin(@Observes Startup startup) {
        scheduler.scheduleWithFixedDelay(this::look, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            pickup.due(batch);
        } catch (JdbiException databaseAway) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Cannot look for unfinished sagas now: {0}",
                    databaseAway.getMessage());
        } catch (RuntimeException fault) {
            // Thrown on, it would end the schedule and with it all recovery.
            LOG.log(System.Logger.Level.ERROR, "Looking for unfinished sagas failed", fault);
        }
    }
}
