package dev.covenant.payments.outcome;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.database.Transactions;

/**
 * Looks for outcomes that are due to be told, from the first moment on, in every replica, without a leader: takes a few, tells them with
 * no transaction open, and writes down what came of it. Killed in between, it is told again, which changes nothing for who knows it.
 */
@ApplicationScoped
class DeliveryWorker {
    private static final System.Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    private final ManagedScheduledExecutorService scheduler;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Listener listener;
    private final Telling telling;
    private final Duration interval;
    private final int batch;
    private final int parkedAfter;

    @Inject
    DeliveryWorker(
            ManagedScheduledExecutorService scheduler,
            Transactions transactions,
            Deliveries deliveries,
            Listener listener,
            Telling telling,
            @ConfigProperty(name = "outcomes.interval") Duration interval,
            @ConfigProperty(name = "outcomes.batch") int batch,
            @ConfigProperty(name = "outcomes.parked-after") int parkedAfter) {
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.listener = listener;
        this.telling = telling;
        this.interval = interval;
        this.batch = batch;
        this.parkedAfter = parkedAfter;
    }

    void start(@Observes Startup startup) {
        var pause = interval.toMillis();
        scheduler.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void look() {
        try {
            if (listener.isReachable()) {
                tellSome();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot tell outcomes now: {0}", e.toString());
        }
    }

    private void tellSome() {
        var due = transactions.run(() -> deliveries.claimDue(batch, parkedAfter));
        if (due.isEmpty()) {
            return;
        }
        var heard = telling.tell(due);
        transactions.run(() -> {
            deliveries.record(heard);
            return heard.size();
        });
    }
}
