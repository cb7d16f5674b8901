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

    private final Sagas sagas;
    private final SagaRunner runner;
    private final SagaSettings settings;
    private final Replica replica;
    private final long intervalMillis;
    private final int batch;

    @Inject
    RecoveryWorker(
            Sagas sagas,
            SagaRunner runner,
            SagaSettings settings,
            Replica replica,
            @ConfigProperty(name = "orders.recovery.interval-ms") long intervalMillis,
            @ConfigProperty(name = "orders.recovery.batch") int batch) {
        this.sagas = sagas;
        this.runner = runner;
        this.settings = settings;
        this.replica = replica;
        this.intervalMillis = intervalMillis;
        this.batch = batch;
    }

    void begin(@Observes Startup startup) {
        scheduler.scheduleWithFixedDelay(this::look, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            sagas.claimDue(replica.name(), settings.lease(), batch).forEach(runner::start);
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
