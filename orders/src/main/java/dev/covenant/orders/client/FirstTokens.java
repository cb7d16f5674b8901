package dev.covenant.orders.client;

import java.util.List;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Asks for a token for each neighbour when the service starts: the first order would wait for them, on a cold server longer than it
 * may. Nothing depends on their coming; who needs one and finds none asks again.
 */
@ApplicationScoped
class FirstTokens {
    @Resource
    private ManagedExecutorService executor;

    private final List<Neighbour> neighbours;
    private final TokenSource tokens;

    @Inject
    FirstTokens(@Named("inventory") Neighbour inventory, @Named("payments") Neighbour payments, TokenSource tokens) {
        neighbours = List.of(inventory, payments);
        this.tokens = tokens;
    }

    void ask(@Observes Startup startup) {
        neighbours.forEach(neighbour -> executor.execute(() -> tokens.tokenFor(neighbour.name())));
    }
}
