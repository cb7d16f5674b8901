package dev.covenant.payments.settler;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.database.Transactions;
import dev.covenant.payments.provider.Attempts;

/** Takes up attempts that are due, a batch at a time and side by side, since each may wait for a provider that says nothing. */
@ApplicationScoped
class Settler {
    private static final System.Logger LOG = System.getLogger(Settler.class.getName());

    private final ManagedScheduledExecutorService scheduler;
    private final ManagedExecutorService executor;
    private final Transactions transactions;
    private final Attempts attempts;
    private final Resumption resumption;
    private final Duration interval;
    private final int batch;

    @Inject
    Settler(
            ManagedScheduledExecutorService scheduler,
            ManagedExecutorService executor,
            Transactions transactions,
            Attempts attempts,
            Resumption resumption,
            @ConfigProperty(name = "settler.interval") Duration interval,
            @ConfigProperty(name = "settler.batch") int batch) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.transactions = transactions;
        this.attempts = attempts;
        this.resumption = resumption;
        this.interval = interval;
        this.batch = batch;
    }

    void start(@Observes Startup started) {
        var pause = interval.toMillis();
        scheduler.scheduleWithFixedDelay(this::settleAllDue, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void settleAllDue() {
        try {
            while (settleBatch() == batch) {
                LOG.log(Level.DEBUG, "More is due");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Settling failed, it goes on at the next interval", e);
        }
    }

    private int settleBatch() {
        var due = transactions.run(() -> attempts.claimDue(batch));
        var running = due.stream()
                .map(attempt -> executor.runAsync(() -> resumption.resume(attempt)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();
        return due.size();
    }
}
