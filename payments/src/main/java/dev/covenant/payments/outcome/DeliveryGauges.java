package dev.covenant.payments.outcome;

import java.util.function.ToDoubleFunction;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;

import dev.covenant.chassis.metrics.Sampled;
import dev.covenant.payments.outcome.DeliveryFigures.Waiting;

/** What operators watch of outcomes that are to be told. The names are listed in docs/operations.md and stay. */
@ApplicationScoped
class DeliveryGauges {
    private final ManagedScheduledExecutorService scheduler;
    private final MetricRegistry metrics;
    private final DeliveryFigures figures;

    @Inject
    DeliveryGauges(ManagedScheduledExecutorService scheduler, MetricRegistry metrics, DeliveryFigures figures) {
        this.scheduler = scheduler;
        this.metrics = metrics;
        this.figures = figures;
    }

    void begin(@Observes Startup startup) {
        var sampled = Sampled.every(Sampled.PACE, scheduler, figures::now);
        gauge("payments.deliveries.waiting", sampled, Waiting::deliveries);
        gauge("payments.deliveries.parked", sampled, Waiting::parked);
        gauge("payments.deliveries.oldest.seconds", sampled, Waiting::oldest);
    }

    private void gauge(String name, Sampled<Waiting> sampled, ToDoubleFunction<Waiting> figure) {
        metrics.gauge(name, () -> sampled.get(figure));
    }
}
