package dev.covenant.orders.checkout;

import java.util.Map;
import java.util.Set;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.covenant.orders.order.OrderStatus;

/**
 * Works on sagas: asks, waits, writes, until there is nothing to do now. The same for a saga that a request has just begun and for one
 * that another replica left behind. On virtual threads, because most of the time of a saga is waiting; and not on many at once, because
 * in between each wants one of a few connections, and a saga that queues for its turn holds nothing.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/sagas", virtual = true, maxAsync = 32)
class SagaRunner {
    private static final System.Logger LOG = System.getLogger(SagaRunner.class.getName());

    @Resource(lookup = "java:app/concurrent/sagas")
    private ManagedExecutorService executor;

    private final SagaProgress progress;
    private final Neighbours neighbours;
    private final Outcomes outcomes;
    private final SagaTrace trace;

    @Inject
    SagaRunner(SagaProgress progress, Neighbours neighbours, Outcomes outcomes, SagaTrace trace) {
        this.progress = progress;
        this.neighbours = neighbours;
        this.outcomes = outcomes;
        this.trace = trace;
    }

    void start(Lease lease) {
        executor.execute(() -> {
            try {
                trace.under(lease, () -> work(lease));
            } catch (RuntimeException fault) {
                // The lease runs out and the saga is claimed again: a fault delays it, nothing more.
                LOG.log(System.Logger.Level.ERROR, "Work on the saga of order " + lease.orderId() + " failed", fault);
            }
        });
    }

    private void work(Lease lease) {
        var now = tell(lease, progress.advance(lease, Map.of(), Set.of()));
        while (now instanceof Progress.Asking(var _, var names, var steps)) {
            var round = neighbours.ask(names, steps);
            do {
                now = tell(lease, progress.advance(lease, round.next(), round.awaited()));
            } while (now instanceof Progress.Waiting);
        }
    }

    /** Whoever waits for the outcome of this order hears of it as soon as it is committed, and when it will not come soon. */
    private Progress tell(Lease lease, Progress progress) {
        var status =
                switch (progress) {
                    case Progress.Asking(var current, var _, var _) -> current;
                    case Progress.Waiting(var current) -> current;
                    case Progress.Paused(var current, var _) -> current;
                    case Progress.Finished(var current) -> current;
                    case Progress.LeaseLost() -> OrderStatus.PENDING;
                };
        if (status != OrderStatus.PENDING) {
            outcomes.decided(lease.orderId());
        } else if (progress instanceof Progress.Paused(var _, var heldUp) && heldUp) {
            outcomes.heldUp(lease.orderId());
        }
        return progress;
    }
}
