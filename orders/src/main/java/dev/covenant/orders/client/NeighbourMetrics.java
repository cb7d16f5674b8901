package dev.covenant.orders.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Named;

import org.eclipse.microprofile.metrics.MetricRegistry;

import dev.covenant.chassis.metrics.CalleeMetrics;

/** What operators watch of our calls. The names are listed in docs/operations.md and stay. */
@ApplicationScoped
class NeighbourMetrics {
    void begin(
            @Observes Startup startup,
            MetricRegistry metrics,
            @Named("inventory") Neighbour inventory,
            @Named("payments") Neighbour payments) {
        var ours = new CalleeMetrics(metrics, "orders");
        ours.watch(inventory.name(), inventory::circuit, inventory.lanes());
        ours.watch(payments.name(), payments::circuit, payments.lanes());
    }
}
