package dev.covenant.payments.provider.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

import dev.covenant.chassis.callee.Callee;
import dev.covenant.chassis.callee.CircuitLimits;
import dev.covenant.chassis.callee.Lane;
import dev.covenant.chassis.callee.LaneLimits;
import dev.covenant.chassis.metrics.CalleeMetrics;

/** The one lane to the provider, and its circuit: what is not sent is unknown, as what is not answered, and the settler asks later. */
@ApplicationScoped
class ProviderLane {
    private final Callee provider;
    private final Lane lane;

    @Inject
    ProviderLane(
            @ConfigProperty(name = "provider.circuit-window") int window,
            @ConfigProperty(name = "provider.circuit-least-calls") int leastCalls,
            @ConfigProperty(name = "provider.circuit-failure-percent") int failurePercent,
            @ConfigProperty(name = "provider.circuit-pause") Duration pause,
            @ConfigProperty(name = "provider.circuit-probes") int probes,
            @ConfigProperty(name = "provider.most-calls") int mostCalls,
            @ConfigProperty(name = "provider.longest-retry-after") Duration longestRetryAfter,
            Clock clock) {
        var circuit = new CircuitLimits(window, leastCalls, failurePercent, pause, probes);
        provider = new Callee("provider", circuit, clock);
        lane = provider.lane("calls", new LaneLimits(mostCalls, Duration.ZERO, longestRetryAfter));
    }

    /** Wrong settings end the start, not the first payment; and operators watch from then on. */
    void begin(@Observes Startup startup, MetricRegistry metrics) {
        new CalleeMetrics(metrics, "payments").watch(provider.name(), provider::state, List.of(lane));
    }

    Lane get() {
        return lane;
    }
}
