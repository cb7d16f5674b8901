package dev.covenant.payments.settler;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.payments.payment.Settlement;
import dev.covenant.payments.provider.Attempt;
import dev.covenant.payments.provider.Wait;
import dev.covenant.payments.refund.RefundSettlement;

/** Asks the provider about one attempt that was taken up. */
@ApplicationScoped
class Resumption {
    private static final System.Logger LOG = System.getLogger(Resumption.class.getName());

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

    void resume(Attempt attempt) {
        try {
            ask(attempt, Wait.of(limit, clock));
        } catch (RuntimeException fault) {
            // The lease runs out and it is claimed again: a fault delays it, nothing more.
            LOG.log(Level.ERROR, "Could not resume " + attempt, fault);
        }
    }

    private void ask(Attempt attempt, Wait wait) {
        switch (attempt.errand().operation()) {
            case AUTHORIZE, CAPTURE, VOID -> settlement.resume(attempt, wait);
            case REFUND -> refundSettlement.resume(attempt, wait);
        }
    }
}
