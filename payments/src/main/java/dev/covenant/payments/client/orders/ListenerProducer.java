package dev.covenant.payments.client.orders;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Tracer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;

import dev.covenant.chassis.callee.Callee;
import dev.covenant.chassis.callee.CircuitLimits;
import dev.covenant.chassis.callee.LaneLimits;
import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.metrics.CalleeMetrics;
import dev.covenant.payments.outcome.Listener;

/** Orders as configured; nobody when it has no address. */
@ApplicationScoped
class ListenerProducer {
    private final Config config;
    private final Clock clock;
    private final Tracer tracer;
    private final MetricRegistry metrics;

    @Inject
    ListenerProducer(Config config, Clock clock, Tracer tracer, MetricRegistry metrics) {
        this.config = config;
        this.clock = clock;
        this.tracer = tracer;
        this.metrics = metrics;
    }

    @Produces
    @Singleton
    Listener listener() {
        return config.getOptionalValue("orders.url", URI.class)
                .<Listener>map(this::orders)
                .orElseGet(Nobody::new);
    }

    /** Wrong settings end the start, not the first outcome. */
    void check(@Observes Startup startup, Listener listener) {}

    private OrdersClient orders(URI address) {
        var callee = new Callee("orders", circuit(), clock);
        // All that a look takes may be told at once.
        var lane = callee.lane(
                "outcomes",
                new LaneLimits(number("outcomes.batch"), Duration.ZERO, duration("outcomes.longest-retry-after")));
        new CalleeMetrics(metrics, "payments").watch(callee.name(), callee::state, List.of(lane));
        var http = new BoundedHttp(duration("outcomes.connect-limit"), tracer);
        var tokens = new ServiceTokenSource(config, http, clock);
        return new OrdersClient(
                config.getValue("outcomes.client", String.class),
                new OrdersCall(http, address, tokens, duration("outcomes.answer-limit"), lane));
    }

    private CircuitLimits circuit() {
        return new CircuitLimits(
                number("outcomes.circuit-window"),
                number("outcomes.circuit-least-calls"),
                number("outcomes.circuit-failure-percent"),
                duration("outcomes.circuit-pause"),
                number("outcomes.circuit-probes"));
    }

    private int number(String name) {
        return config.getValue(name, Integer.class);
    }

    private Duration duration(String name) {
        return config.getValue(name, Duration.class);
    }
}
