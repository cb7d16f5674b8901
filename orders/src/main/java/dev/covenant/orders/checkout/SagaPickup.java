package dev.covenant.orders.checkout;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes sagas that nobody works on, for this replica, and begins to work on them. */
@ApplicationScoped
class SagaPickup {
    private final Leases leases;
    private final SagaRunner runner;
    private final SagaSettings settings;
    private final Replica replica;

    @Inject
    SagaPickup(Leases leases, SagaRunner runner, SagaSettings settings, Replica replica) {
        this.leases = leases;
        this.runner = runner;
        this.settings = settings;
        this.replica = replica;
    }

    /** @param most of those that are due, longest due first */
    void due(int most) {
        leases.claimDue(replica.name(), settings.lease(), most).forEach(runner::start);
    }

    /** This one, unless it is finished or somebody works on it, who then finds out by himself what is new. */
    void now(UUID orderId) {
        leases.claim(orderId, replica.name(), settings.lease()).ifPresent(runner::start);
    }
}
