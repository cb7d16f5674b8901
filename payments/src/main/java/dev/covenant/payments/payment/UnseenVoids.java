package dev.covenant.payments.payment;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets the voids of ids never seen when no authorization can be that late, a few at a time. Whatever had money, a journal or a
 * question to the provider stays for ever: what may go is decided in the database, which lets us delete nothing else.
 */
@ApplicationScoped
class UnseenVoids {
    private static final System.Logger LOG = System.getLogger(UnseenVoids.class.getName());
    private static final int AT_ONCE = 500;

    private final ManagedScheduledExecutorService scheduler;
    private final Jdbi jdbi;
    private final int days;
    private final Duration interval;

    @Inject
    UnseenVoids(
            ManagedScheduledExecutorService scheduler,
            Jdbi jdbi,
            @ConfigProperty(name = "payments.remembered-days") int days,
            @ConfigProperty(name = "payments.forget-interval") Duration interval) {
        this.scheduler = scheduler;
        this.jdbi = jdbi;
        this.days = days;
        this.interval = interval;
    }

    void start(@Observes Startup startup) {
        var pause = interval.toMillis();
        scheduler.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void look() {
        try {
            while (forget() == AT_ONCE) {
                LOG.log(Level.DEBUG, "Forgot {0} voids of ids never seen; there are more", AT_ONCE);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot forget old voids now: {0}", e.toString());
        }
    }

    private int forget() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT forget_unseen_voids(:days, :most)")
                .bind("days", days)
                .bind("most", AT_ONCE)
                .mapTo(Integer.class)
                .one());
    }
}
