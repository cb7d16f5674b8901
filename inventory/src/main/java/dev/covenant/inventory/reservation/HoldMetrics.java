package dev.covenant.inventory.reservation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;

import dev.covenant.chassis.database.AfterCommit;
import dev.covenant.chassis.metrics.Sampled;

/** What operators watch of holds. The names are listed in docs/operations.md and stay. */
@ApplicationScoped
class HoldMetrics {
    private static final String EXPIRED = "inventory.holds.expired";

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final MetricRegistry metrics;
    private final AfterCommit afterCommit;
    private final ExpiredHolds expired;

    @Inject
    HoldMetrics(MetricRegistry metrics, AfterCommit afterCommit, ExpiredHolds expired) {
        this.metrics = metrics;
        this.afterCommit = afterCommit;
        this.expired = expired;
    }

    void begin(@Observes Startup startup) {
        metrics.counter(EXPIRED);
        var overdue = Sampled.every(Sampled.PACE, scheduler, expired::longestOverdueSeconds);
        metrics.gauge("inventory.holds.overdue.seconds", () -> overdue.get(Double::doubleValue));
    }

    /** Counted when the caller's transaction has committed. */
    void expired(int holds) {
        afterCommit.run(() -> metrics.counter(EXPIRED).inc(holds));
    }
}
