package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets requests of this replica wait for the outcome of an order, for a bounded time and in bounded number. Waiting holds no thread: the
 * server has few, and each order needs some of them to come to its outcome.
 */
@ApplicationScoped
class Outcomes {

    private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();
    private final int most;
    private final Semaphore places;

    @Inject
    Outcomes(@ConfigProperty(name = "orders.response.most-waiting") int most) {
        if (most < 1) {
            throw new IllegalArgumentException("orders.response.most-waiting must be at least 1, not " + most);
        }
        this.most = most;
        places = new Semaphore(most);
    }

    /** Made now, with the application's settings: a scrape that came before the first order would make it, and finds none. */
    void begin(@Observes Startup startup) {}

    /**
     * Completes when the order left PENDING here or is held up, when the time is up, or at once when enough requests wait already. To be called before
     * the work begins that is waited for, or an early outcome goes unheard. It is completed by the saga's thread or a
     * timer's: whoever goes on from it does so on a thread of its own.
     *
     * @param timeUp what it means that the time is up
     */
    CompletableFuture<WaitEnd> await(UUID orderId, Duration limit, WaitEnd timeUp) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(WaitEnd.CUT_SHORT);
        }
        var entry = awaited.merge(orderId, new Awaited(new CompletableFuture<>(), 1), (old, fresh) -> old.joined(1));
        return entry.ended
                .copy()
                .completeOnTimeout(timeUp, limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((end, fault) -> leave(orderId));
    }

    void decided(UUID orderId) {
        end(orderId, WaitEnd.DECIDED);
    }

    void heldUp(UUID orderId) {
        end(orderId, WaitEnd.HELD_UP);
    }

    private void end(UUID orderId, WaitEnd how) {
        var entry = awaited.get(orderId);
        if (entry != null) {
            entry.ended.complete(how);
        }
    }

    /** How many requests wait now. */
    int waiting() {
        return most - places.availablePermits();
    }

    private void leave(UUID orderId) {
        places.release();
        awaited.computeIfPresent(orderId, (id, entry) -> entry.waiters == 1 ? null : entry.joined(-1));
    }

    private record Awaited(CompletableFuture<WaitEnd> ended, int waiters) {
        Awaited joined(int more) {
            return new Awaited(ended, waiters + more);
        }
    }
}
