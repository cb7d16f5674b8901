package dev.covenant.chassis.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

import dev.covenant.chassis.callee.CircuitState;
import dev.covenant.chassis.callee.Lane;
import dev.covenant.chassis.callee.Refusal;

/**
 * What operators watch of the services that this one calls: the state of each circuit, and of each lane the calls in flight and those
 * that were not sent.
 */
public final class CalleeMetrics {
    private final MetricRegistry metrics;
    private final String service;

    /** @param service its own name, with which the names of its metrics begin */
    public CalleeMetrics(MetricRegistry metrics, String service) {
        this.metrics = metrics;
        this.service = service;
    }

    /** All of them are there from now on, at 0 what has not happened yet. */
    public void watch(String callee, Supplier<CircuitState> circuit, List<Lane> lanes) {
        var ofCallee = new Tag("callee", callee);
        for (var state : CircuitState.values()) {
            metrics.gauge(
                    service + ".circuit.state",
                    () -> circuit.get() == state ? 1 : 0,
                    ofCallee,
                    new Tag("state", named(state)));
        }
        lanes.forEach(lane -> watch(lane, ofCallee, new Tag("lane", lane.kind())));
    }

    private void watch(Lane lane, Tag ofCallee, Tag ofLane) {
        metrics.gauge(service + ".calls.in.flight", lane::inFlight, ofCallee, ofLane);
        var notSent = new EnumMap<Refusal, Counter>(Refusal.class);
        for (var refusal : Refusal.values()) {
            var reason = new Tag("reason", named(refusal));
            notSent.put(refusal, metrics.counter(service + ".calls.not.sent", ofCallee, ofLane, reason));
        }
        lane.watch(refusal -> notSent.get(refusal).inc());
    }

    private static String named(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
