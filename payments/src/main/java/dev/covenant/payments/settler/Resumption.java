package dev.covenant.payments.settler;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.common.Attributes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

import dev.covenant.chassis.telemetry.StoredTrace;
import dev.covenant.chassis.telemetry.Subject;
import dev.covenant.chassis.telemetry.TracedWork;
import dev.covenant.payments.payment.Settlement;
import dev.covenant.payments.provider.Attempt;
import dev.covenant.payments.provider.Due;
import dev.covenant.payments.provider.Wait;
import dev.covenant.payments.refund.RefundSettlement;

/** Asks the provider about one attempt that was taken up. */
@ApplicationScoped
class Resumption {
    private static final System.Logger LOG = System.getLogger(Resumption.class.getName());

    private final Settlement settlement;
    private final RefundSettlement refundSettlement;
    private final TracedWork tracedWork;
    private final MetricRegistry metrics;
    private final Clock clock;
    private final Duration limit;

    @Inject
    Resumption(
            Settlement settlement,
            RefundSettlement refundSettlement,
            TracedWork tracedWork,
            MetricRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "settler.answer-limit") Duration limit) {
        this.settlement = settlement;
        this.refundSettlement = refundSettlement;
        this.tracedWork = tracedWork;
        this.metrics = metrics;
        this.clock = clock;
        this.limit = limit;
    }

    /** In the trace of the request that wanted it. */
    void resume(Due due) {
        var attempt = due.attempt();
        try {
            tracedWork.run(StoredTrace.context(due.trace()), "settle " + operation(attempt), about(attempt), () -> {
                tell(due);
                ask(attempt);
            });
        } catch (RuntimeException fault) {
            // The lease runs out and it is claimed again: a fault delays it, nothing more.
            LOG.log(Level.ERROR, "Could not resume " + attempt, fault);
        }
    }

    private static void tell(Due due) {
        if (due.parked()) {
            LOG.log(Level.WARNING, "parked: {0}; it is asked again until there is an answer", due.attempt());
        }
    }

    private void ask(Attempt attempt) {
        var wait = Wait.of(limit, clock);
        var state =
                switch (attempt.errand().operation()) {
                    case AUTHORIZE, CAPTURE, VOID ->
                        settlement.resume(attempt, wait).state();
                    case REFUND -> refundSettlement.resume(attempt, wait).state();
                };
        var outcome = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        LOG.log(Level.INFO, "settled {0}: {1}", attempt, outcome);
        metrics.counter(
                        "payments.commands",
                        new Tag("by", "settler"),
                        new Tag("command", operation(attempt)),
                        new Tag("outcome", outcome))
                .inc();
    }

    private static Attributes about(Attempt attempt) {
        return Attributes.builder()
                .put("order.id", Subject.current().orElse("unknown"))
                .put("payment.id", attempt.errand().paymentId().toString())
                .put("attempt.tries", (long) attempt.tries())
                .build();
    }

    private static String operation(Attempt attempt) {
        return attempt.errand().operation().name().toLowerCase(Locale.ROOT);
    }
}
