package dev.covenant.payments.outcome;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.common.Attributes;

import dev.covenant.chassis.telemetry.StoredTrace;
import dev.covenant.chassis.telemetry.Subject;
import dev.covenant.chassis.telemetry.TracedWork;

/** Tells outcomes that were taken up, all at once, each in the trace of the work that settled its payment. */
@ApplicationScoped
class Telling {
    private static final System.Logger LOG = System.getLogger(Telling.class.getName());

    private final Listener listener;
    private final TracedWork tracedWork;

    @Inject
    Telling(Listener listener, TracedWork tracedWork) {
        this.listener = listener;
        this.tracedWork = tracedWork;
    }

    /** Waits until each has its answer, which takes no longer than one of them may. */
    Map<Delivery, Heard> tell(List<Delivery> deliveries) {
        var asked = new LinkedHashMap<Delivery, CompletableFuture<Heard>>();
        deliveries.forEach(delivery -> asked.put(delivery, begin(delivery)));
        var heard = new LinkedHashMap<Delivery, Heard>();
        asked.forEach((delivery, answer) -> heard.put(delivery, answer.join()));
        heard.forEach(Telling::report);
        return heard;
    }

    private CompletableFuture<Heard> begin(Delivery delivery) {
        try (var _ = StoredTrace.context(delivery.trace()).makeCurrent()) {
            return tracedWork
                    .ask("tell outcome", about(delivery), () -> listener.tell(delivery.outcome()), Telling::outcome)
                    .toCompletableFuture();
        }
    }

    private static void report(Delivery delivery, Heard heard) {
        try (var _ = StoredTrace.context(delivery.trace()).makeCurrent()) {
            LOG.log(Level.INFO, "told {0}: {1}", delivery.outcome(), outcome(heard));
            if (delivery.parked() && heard instanceof Heard.Unclear) {
                LOG.log(
                        Level.WARNING,
                        "parked: the outcome of payment {0}; it is told again until it is acknowledged",
                        delivery.outcome().paymentId());
            }
        }
    }

    private static String outcome(Heard heard) {
        return switch (heard) {
            case Heard.Acknowledged() -> "acknowledged";
            case Heard.NotKnown() -> "not known";
            case Heard.Unclear(var cause) -> "unclear: " + cause;
        };
    }

    private static Attributes about(Delivery delivery) {
        return Attributes.builder()
                .put("order.id", Subject.current().orElse("unknown"))
                .put("payment.id", delivery.outcome().paymentId().toString())
                .put("delivery.tries", (long) delivery.tries())
                .build();
    }
}
