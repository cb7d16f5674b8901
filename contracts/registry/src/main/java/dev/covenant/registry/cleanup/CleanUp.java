package dev.covenant.registry.cleanup;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has old versions forgotten, in every replica, one batch at a time; not unless it is configured how long they are kept. */
@ApplicationScoped
class CleanUp {
    private static final System.Logger LOG = System.getLogger(CleanUp.class.getName());

    private final ManagedScheduledExecutorService scheduler;
    private final ForgetVersions forgetVersions;
    private final Optional<Duration> keep;
    private final Duration interval;
    private final int batch;

    @Inject
    CleanUp(
            ManagedScheduledExecutorService scheduler,
            ForgetVersions forgetVersions,
            @ConfigProperty(name = "registry.clean-up.keep") Optional<Duration> keep,
            @ConfigProperty(name = "registry.clean-up.interval") Duration interval,
            @ConfigProperty(name = "registry.clean-up.batch") int batch) {
        this.scheduler = scheduler;
        this.forgetVersions = forgetVersions;
        this.keep = keep;
        this.interval = interval;
        this.batch = batch;
    }

    /** @throws IllegalArgumentException when versions would not even be kept for a day: nobody means that */
    void begin(@Observes Startup startup) {
        if (keep.isEmpty()) {
            return;
        }
        if (keep.get().compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("registry.clean-up.keep must be at least P1D, not " + keep.get());
        }
        var pause = interval.toMillis();
        scheduler.scheduleWithFixedDelay(() -> run(keep.get()), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void run(Duration old) {
        try {
            var forgotten = forgetVersions.forget(old, batch);
            if (forgotten > 0) {
                LOG.log(Level.INFO, "Forgot {0} versions that are older than {1}", forgotten, old);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Clean-up goes on at its next time: {0}", e.toString());
        }
    }
}
