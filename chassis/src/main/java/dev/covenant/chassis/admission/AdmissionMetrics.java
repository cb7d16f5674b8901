package dev.covenant.chassis.admission;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What operators watch of the door: how many are let in, how many are inside, how many were refused. The names stay. */
@ApplicationScoped
class AdmissionMetrics {
    private final Map<Kind, Counter> refused = new EnumMap<>(Kind.class);
    private final MetricRegistry metrics;

    /** Injected, because the server gives no registry to whoever looks one up: it wants to know who asks. */
    @Inject
    AdmissionMetrics(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    void watch(Admission admission) {
        metrics.gauge("admission.limit", admission::limit);
        metrics.gauge("admission.in.flight", admission::inside);
        for (var kind : Kind.values()) {
            refused.put(kind, metrics.counter("admission.refused", new Tag("kind", kind.label())));
        }
    }

    void refused(Kind kind) {
        refused.get(kind).inc();
    }
}
