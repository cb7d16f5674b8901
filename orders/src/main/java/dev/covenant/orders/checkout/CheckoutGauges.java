package dev.covenant.orders.checkout;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

import dev.covenant.chassis.metrics.Sampled;
import dev.covenant.orders.order.EventFeed;

/** What operators watch of checkouts. The names are listed in docs/operations.md and stay. */
@ApplicationScoped
class CheckoutGauges {
    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final MetricRegistry metrics;
    private final SagaFigures figures;
    private final Outcomes outcomes;
    private final EventFeed feed;

    @Inject
    CheckoutGauges(MetricRegistry metrics, SagaFigures figures, Outcomes outcomes, EventFeed feed) {
        this.metrics = metrics;
        this.figures = figures;
        this.outcomes = outcomes;
        this.feed = feed;
    }

    void begin(@Observes Startup startup) {
        var sampled = Sampled.every(Sampled.PACE, scheduler, figures::now);
        for (var direction : Direction.values()) {
            ofSagas("orders.sagas.running", sampled, direction, SagaFigures.Running::sagas);
            ofSagas("orders.sagas.parked", sampled, direction, SagaFigures.Running::parked);
            ofSagas("orders.sagas.oldest.seconds", sampled, direction, SagaFigures.Running::oldest);
        }
        metrics.gauge("orders.requests.waiting", outcomes, Outcomes::waiting);
        metrics.gauge("orders.followers", feed, EventFeed::followers);
    }

    private void ofSagas(
            String name,
            Sampled<Map<Direction, SagaFigures.Running>> sampled,
            Direction direction,
            ToDoubleFunction<SagaFigures.Running> figure) {
        metrics.gauge(
                name,
                () -> sampled.get(
                        running -> figure.applyAsDouble(running.getOrDefault(direction, SagaFigures.Running.NONE))),
                new Tag("direction", direction.name().toLowerCase(Locale.ROOT)));
    }
}
