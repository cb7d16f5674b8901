package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Whoever waits for the outcome of an order: for a bounded time and in bounded number. Waiting holds no thread: the server has few, and
 * each order needs some of them to come to its outcome.
 */
final class WaitingRoom {
    private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();
    private final Semaphore places;

    WaitingRoom(int most) {
        places = new Semaphore(most);
    }

    /** Completes when the order is decided, when the time is up, or at once when there is no place. */
    CompletableFuture<Void> enter(UUID orderId, Duration limit) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(null);
        }
        var entry = awaited.merge(orderId, new Awaited(new CompletableFuture<>(), 1), (old, fresh) -> old.joined(1));
        return entry.decided
                .copy()
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> leave(orderId));
    }

    void decided(UUID orderId) {
        var entry = awaited.get(orderId);
        if (entry != null) {
            entry.decided.complete(null);
        }
    }

    private void leave(UUID orderId) {
        places.release();
        awaited.computeIfPresent(orderId, (id, entry) -> entry.waiters == 1 ? null : entry.joined(-1));
    }

    private record Awaited(CompletableFuture<Void> decided, int waiters) {
        Awaited joined(int more) {
            return new Awaited(decided, waiters + more);
        }
    }
}
