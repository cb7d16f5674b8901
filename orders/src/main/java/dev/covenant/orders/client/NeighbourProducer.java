package dev.covenant.orders.client;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Tracer;
import org.eclipse.microprofile.config.Config;

/** The neighbours as configured, one of each for the whole service: all that call one share its circuit. */
@ApplicationScoped
class NeighbourProducer {
    private final Config config;
    private final TokenSource tokens;
    private final Clock clock;
    private final Tracer tracer;

    @Inject
    NeighbourProducer(Config config, TokenSource tokens, Clock clock, Tracer tracer) {
        this.config = config;
        this.tokens = tokens;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Produces
    @Singleton
    @Named("inventory")
    Neighbour inventory() {
        return of("inventory");
    }

    @Produces
    @Singleton
    @Named("payments")
    Neighbour payments() {
        return of("payments");
    }

    /** Wrong settings end the start, not the first order. */
    void check(
            @Observes Startup startup,
            @Named("inventory") Neighbour inventory,
            @Named("payments") Neighbour payments) {}

    private Neighbour of(String name) {
        var settings = NeighbourSettings.of(name, config);
        var leaseSeconds = config.getValue("orders.saga.lease-seconds", Long.class);
        if (leaseSeconds <= settings.limit().toSeconds()) {
            // Each slow answer would cost its replica the saga.
            throw new IllegalArgumentException(
                    "orders.saga.lease-seconds (%d) must be longer than orders.%s.limit-ms (%d)"
                            .formatted(leaseSeconds, name, settings.limit().toMillis()));
        }
        return new Neighbour(name, settings, tokens, clock, tracer);
    }
}
