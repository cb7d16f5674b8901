package dev.covenant.orders.order;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.context.Context;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

import dev.covenant.chassis.database.AfterCommit;
import dev.covenant.chassis.telemetry.Subject;

/** Tells operators what happened to orders, once it is committed: one line of the log and one count for each event. */
@ApplicationScoped
class Announcer implements EventWitness {
    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());

    private final AfterCommit afterCommit;
    private final MetricRegistry metrics;

    @Inject
    Announcer(AfterCommit afterCommit, MetricRegistry metrics) {
        this.afterCommit = afterCommit;
        this.metrics = metrics;
    }

    @Override
    public void appended(UUID orderId, List<OrderEvent> events) {
        afterCommit.run(() -> announce(orderId, events));
    }

    /** What belongs to the event is in the order of its names, so that equal events give equal lines. */
    private static String line(OrderEvent event) {
        return event.payload().isEmpty() ? event.type() : event.type() + " " + new TreeMap<>(event.payload());
    }

    /** A request that cancels an order has a trace of its own; its lines are found by the order too. */
    private void announce(UUID orderId, List<OrderEvent> events) {
        try (var _ = Subject.of(Context.current(), orderId.toString()).makeCurrent()) {
            events.forEach(event -> {
                LOG.log(System.Logger.Level.INFO, line(event));
                metrics.counter("orders.events", new Tag("type", event.type())).inc();
            });
        }
    }
}
