package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets requests of this replica wait for the outcome of an order, and go on with the application's context. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/outcomes", virtual = true, maxAsync = 32)
class Outcomes {
    private final WaitingRoom waiting;

    @Resource(lookup = "java:app/concurrent/outcomes")
    private ManagedExecutorService executor;

    @Inject
    Outcomes(@ConfigProperty(name = "orders.response.most-waiting") int most) {
        waiting = new WaitingRoom(most);
    }

    /**
     * Completes when the order left PENDING here, when the time is up, or at once when enough requests wait already. To be called before
     * the work begins that is waited for, or an early outcome goes unheard. What follows runs on a thread of its own, neither the saga's
     * nor the timer's.
     */
    CompletableFuture<Void> await(UUID orderId, Duration limit) {
        return executor.copy(waiting.enter(orderId, limit)).thenRunAsync(() -> {});
    }

    void decided(UUID orderId) {
        waiting.decided(orderId);
    }
}
