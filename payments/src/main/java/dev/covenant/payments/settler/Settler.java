package dev.covenant.payments.settler;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.provider.Attempts;
import dev.covenant.payments.provider.Due;

/**
 * Looks for attempts that are due, from the first moment on: those without an answer, and those whose asker is gone. None is given up;
 * one that has been tried too often is parked, which means that people are told, once, while it is tried on.
 */
@ApplicationScoped
class Settler {
    private static final System.Logger LOG = System.getLogger(Settler.class.getName());

    private final ManagedScheduledExecutorService scheduler;
    private final Transactions transactions;
    private final Attempts attempts;
    private final Resumption resumption;
    private final Crew crew;
    private final Duration interval;
    private final int batch;
    private final int parkedAfter;

    @Inject
    Settler(
            ManagedScheduledExecutorService scheduler,
            Transactions transactions,
            Attempts attempts,
            Resumption resumption,
            Crew crew,
            @ConfigProperty(name = "settler.interval") Duration interval,
            @ConfigProperty(name = "settler.batch") int batch,
            @ConfigProperty(name = "settler.parked-after") int parkedAfter) {
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.attempts = attempts;
        this.resumption = resumption;
        this.crew = crew;
        this.interval = interval;
        this.batch = batch;
        this.parkedAfter = parkedAfter;
    }

    void start(@Observes Startup startup) {
        var pause = interval.toMillis();
        scheduler.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void look() {
        try {
            var most = Math.min(batch, crew.idle());
            if (most > 0) {
                transactions.run(() -> attempts.claimDue(most, parkedAfter)).forEach(this::take);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot look for what is due now: {0}", e.toString());
        }
    }

    private void take(Due due) {
        crew.start(() -> resumption.resume(due));
    }
}
