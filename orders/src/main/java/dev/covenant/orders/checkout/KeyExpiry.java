package dev.covenant.orders.checkout;

import java.util.concurrent.TimeUnit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Forgets idempotency keys whose time is over, with the answers that they kept. A few at a time: nobody waits for it. */
@ApplicationScoped
class KeyExpiry {
    private static final System.Logger LOG = System.getLogger(KeyExpiry.class.getName());
    private static final int AT_ONCE = 1_000;
    private static final int SECONDS_BETWEEN = 60;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final IdempotencyKeys keys;

    @Inject
    KeyExpiry(IdempotencyKeys keys) {
        this.keys = keys;
    }

    void begin(@Observes Startup startup) {
        scheduler.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    void look() {
        try {
            int forgotten;
            do {
                forgotten = keys.forgetExpired(AT_ONCE);
            } while (forgotten == AT_ONCE);
        } catch (RuntimeException fault) {
            // The scheduler would never call again after a fault that it sees.
            LOG.log(System.Logger.Level.WARNING, "Cannot forget expired idempotency keys now", fault);
        }
    }
}
