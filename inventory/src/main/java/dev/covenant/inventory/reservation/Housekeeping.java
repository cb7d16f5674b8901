package dev.covenant.inventory.reservation;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives up holds whose time is over and forgets what is long over, in every replica. Each batch is a transaction of its own; after a
 * full one the next follows at once.
 */
@ApplicationScoped
class Housekeeping {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final ManagedScheduledExecutorService scheduler;
    private final ExpireHolds expireHolds;
    private final ForgetReservations forgetReservations;
    private final Duration expiryInterval;
    private final int expiryBatch;
    private final Duration forgettingInterval;
    private final int forgettingBatch;

    @Inject
    Housekeeping(
            ManagedScheduledExecutorService scheduler,
            ExpireHolds expireHolds,
            ForgetReservations forgetReservations,
            @ConfigProperty(name = "inventory.expiry.interval") Duration expiryInterval,
            @ConfigProperty(name = "inventory.expiry.batch") int expiryBatch,
            @ConfigProperty(name = "inventory.forgetting.interval") Duration forgettingInterval,
            @ConfigProperty(name = "inventory.forgetting.batch") int forgettingBatch) {
        this.scheduler = scheduler;
        this.expireHolds = expireHolds;
        this.forgetReservations = forgetReservations;
        this.expiryInterval = expiryInterval;
        this.expiryBatch = expiryBatch;
        this.forgettingInterval = forgettingInterval;
        this.forgettingBatch = forgettingBatch;
    }

    void begin(@Observes Startup startup) {
        every(expiryInterval, () -> workOff("Expired {0} holds", expiryBatch, expireHolds::expire));
        every(
                forgettingInterval,
                () -> workOff("Forgot {0} reservations", forgettingBatch, forgetReservations::forget));
    }

    private void every(Duration interval, Runnable chore) {
        scheduler.scheduleWithFixedDelay(chore, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private static void workOff(String report, int batch, IntUnaryOperator work) {
        var sum = 0;
        try {
            int done;
            do {
                done = work.applyAsInt(batch);
                sum += done;
            } while (done == batch);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Housekeeping goes on at its next time: {0}", e.toString());
        }
        if (sum > 0) {
            LOG.log(Level.INFO, report, sum);
        }
    }
}
