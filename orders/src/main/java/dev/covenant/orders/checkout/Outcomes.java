package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets request threads of this replica wait for the outcome of an order, for a bounded time and in bounded number. */
@ApplicationScoped
class Outcomes {
    private final ConcurrentMap<UUID, Awaited> awaited = new ConcurrentHashMap<>();
    private final Semaphore places;

    @Inject
    Outcomes(@ConfigProperty(name = "orders.response.most-waiting") int most) {
        places = new Semaphore(most);
    }

    /** To be opened before the work begins that it waits for, or an early outcome goes unheard. */
    Wait expect(UUID orderId) {
        if (!places.tryAcquire()) {
            return new Wait(orderId, null);
        }
        var entry = awaited.merge(orderId, new Awaited(new CountDownLatch(1), 1), (old, fresh) -> old.joined(1));
        return new Wait(orderId, entry.decided);
    }

    void decided(UUID orderId) {
        var entry = awaited.get(orderId);
        if (entry != null) {
            entry.decided.countDown();
        }
    }

    private record Awaited(CountDownLatch decided, int waiters) {
        Awaited joined(int more) {
            return new Awaited(decided, waiters + more);
        }
    }

    /** One request's place in the queue. */
    final class Wait implements AutoCloseable {
        private final UUID orderId;
        private final CountDownLatch decided;

        private Wait(UUID orderId, CountDownLatch decided) {
            this.orderId = orderId;
            this.decided = decided;
        }

        /** Returns when the order left PENDING, when the time is up, or at once when too many wait already. */
        void atMost(Duration limit) {
            try {
                if (decided != null) {
                    decided.await(limit.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            if (decided != null) {
                places.release();
                awaited.computeIfPresent(orderId, (id, entry) -> entry.waiters == 1 ? null : entry.joined(-1));
            }
        }
    }
}
