package dev.covenant.payments.settler;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.payments.payment.Settlement;
import dev.covenant.payments.provider.Attempt;
import dev.covenant.payments.provider.Wait;
import dev.covenant.payments.refund.RefundSettlement;

/** Resumes attempts side by side, on virtual threads: nearly all their time is waiting, and one silent call must not hold up others. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/settling", virtual = true, maxAsync = 200)
class Resumption {
    private static final System.Logger LOG = System.getLogger(Resumption.class.getName());

    @Resource(lookup = "java:app/concurrent/settling")
    private ManagedExecutorService executor;

    private final Settlement settlement;
    private final RefundSettlement refundSettlement;
    private final Clock clock;
    private final Duration limit;

    @Inject
    Resumption(
            Settlement settlement,
            RefundSettlement refundSettlement,
            Clock clock,
            @ConfigProperty(name = "settler.answer-limit") Duration limit) {
        this.settlement = settlement;
        this.refundSettlement = refundSettlement;
        this.clock = clock;
        this.limit = limit;
    }

    void start(Attempt attempt) {
        executor.execute(() -> {
            try {
                resume(attempt, Wait.of(limit, clock));
            } catch (RuntimeException fault) {
                // The lease runs out and it is claimed again: a fault delays it, nothing more.
                LOG.log(Level.ERROR, "Could not resume " + attempt, fault);
            }
        });
    }

    private void resume(Attempt attempt, Wait wait) {
        switch (attempt.errand().operation()) {
            case AUTHORIZE, CAPTURE, VOID -> settlement.resume(attempt, wait);
            case REFUND -> refundSettlement.resume(attempt, wait);
        }
    }
}
