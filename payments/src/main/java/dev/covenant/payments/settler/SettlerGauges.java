package dev.covenant.payments.settler;

import java.util.function.ToDoubleFunction;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;

import dev.covenant.chassis.metrics.Sampled;
import dev.covenant.payments.provider.AttemptFigures;
import dev.covenant.payments.provider.AttemptFigures.Open;

/** What operators watch of what the provider has not answered. The names are listed in docs/operations.md and stay. */
@ApplicationScoped
class SettlerGauges {
    private final ManagedScheduledExecutorService scheduler;
    private final MetricRegistry metrics;
    private final AttemptFigures figures;

    @Inject
    SettlerGauges(ManagedScheduledExecutorService scheduler, MetricRegistry metrics, AttemptFigures figures) {
        this.scheduler = scheduler;
        this.metrics = metrics;
        this.figures = figures;
    }

    void begin(@Observes Startup startup) {
        var sampled = Sampled.every(Sampled.PACE, scheduler, figures::now);
        gauge("payments.attempts.open", sampled, Open::attempts);
        gauge("payments.attempts.parked", sampled, Open::parked);
        gauge("payments.attempts.oldest.seconds", sampled, Open::oldest);
    }

    private void gauge(String name, Sampled<Open> sampled, ToDoubleFunction<Open> figure) {
        metrics.gauge(name, () -> sampled.get(figure));
    }
}
