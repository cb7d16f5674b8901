package dev.covenant.registry.webhook;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import tools.jackson.core.type.TypeReference;

import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.webhook.Delivery.State;

/**
 * Makes the requests that are due, in every replica, without a leader. What one has taken and not written down when it dies is taken by
 * another when the lease ends: a receiver is told at least once, and tells by {@code webhook-id} what it knows already.
 */
@ApplicationScoped
class DeliveryWorker {
    private static final System.Logger LOG = System.getLogger(DeliveryWorker.class.getName());
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final ManagedScheduledExecutorService scheduler;
    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final Sender sender;
    private final Duration interval;
    private final Duration answerLimit;
    private final Duration lease;

    /** For requests in flight; what had to queue would lose its lease in the queue. */
    private final Semaphore places;

    @Inject
    DeliveryWorker(
            ManagedScheduledExecutorService scheduler,
            Deliveries deliveries,
            Webhooks webhooks,
            Sender sender,
            @ConfigProperty(name = "registry.webhooks.interval") Duration interval,
            @ConfigProperty(name = "registry.webhooks.answer-limit") Duration answerLimit,
            @ConfigProperty(name = "registry.webhooks.lease") Duration lease,
            @ConfigProperty(name = "registry.webhooks.most-at-once") int mostAtOnce) {
        this.scheduler = scheduler;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.sender = sender;
        this.interval = interval;
        this.answerLimit = answerLimit;
        this.lease = lease;
        this.places = new Semaphore(mostAtOnce);
    }

    /** @throws IllegalArgumentException when another replica could take up what this one is still waiting for */
    void start(@Observes Startup startup) {
        if (lease.compareTo(answerLimit) <= 0) {
            throw new IllegalArgumentException(
                    "registry.webhooks.lease (%s) must be longer than registry.webhooks.answer-limit (%s)"
                            .formatted(lease, answerLimit));
        }
        var pause = interval.toMillis();
        scheduler.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Throws nothing: a scheduled task that throws once is never run again. */
    private void look() {
        try {
            var free = places.availablePermits();
            if (free == 0) {
                return;
            }
            var due = deliveries.claim(free);
            if (due.isEmpty()) {
                return;
            }
            var told = webhooks.all(due.stream().map(Delivery::webhookId).toList());
            due.stream()
                    .filter(delivery -> told.containsKey(delivery.webhookId()))
                    .forEach(delivery -> begin(delivery, told.get(delivery.webhookId())));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot look for what webhooks are to be told: {0}", e.toString());
        }
    }

    private void begin(Delivery delivery, Webhook webhook) {
        webhook.request().ifPresentOrElse(request -> begin(delivery, request), () -> putOff(delivery));
    }

    /** Until the lease ends: by then the key may be back, or the webhook written again. */
    private void putOff(Delivery delivery) {
        LOG.log(
                Level.WARNING,
                "Webhook {0} cannot be told of {1}: its request was sealed with another ENCRYPTION_KEY",
                delivery.webhook(),
                delivery.event().title());
        deliveries.notBegun(delivery);
    }

    private void begin(Delivery delivery, WebhookRequest request) {
        var values = RegistryJson.mapper().readValue(delivery.parameters(), VALUES);
        places.acquireUninterruptibly();
        sender.send(request, values, delivery.uuid().toString())
                .thenAcceptAsync(outcome -> writeDown(delivery, outcome), scheduler)
                .whenComplete((_, fault) -> {
                    places.release();
                    if (fault != null) {
                        LOG.log(
                                Level.WARNING,
                                "What came of {0} is not written down; it is sent again: {1}",
                                delivery.uuid(),
                                fault.toString());
                    }
                });
    }

    private void writeDown(Delivery delivery, Outcome outcome) {
        var state = deliveries.finish(delivery, outcome);
        if (state.filter(State.FAILED::equals).isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "Webhook {0} could not be told of {1}: {2} after {3} attempts, delivery {4}",
                    delivery.webhook(),
                    delivery.event().title(),
                    outcome.status() == null ? outcome.fault() : outcome.status(),
                    delivery.attempts(),
                    delivery.uuid());
        }
    }
}
