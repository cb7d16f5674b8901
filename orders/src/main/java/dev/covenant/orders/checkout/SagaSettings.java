package dev.covenant.orders.checkout;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limits of sagas; each is a documented property. */
@Dependent
class SagaSettings {
    private final Duration deadline;
    private final Duration holdMargin;
    private final Duration lease;
    private final Duration backoffFirst;
    private final Duration backoffCap;
    private final int parkedAfter;
    private final Duration together;

    @Inject
    SagaSettings(
            @ConfigProperty(name = "orders.saga.deadline-seconds") long deadline,
            @ConfigProperty(name = "orders.saga.hold-margin-seconds") long holdMargin,
            @ConfigProperty(name = "orders.saga.lease-seconds") long lease,
            @ConfigProperty(name = "orders.saga.backoff-first-ms") long backoffFirst,
            @ConfigProperty(name = "orders.saga.backoff-cap-ms") long backoffCap,
            @ConfigProperty(name = "orders.saga.parked-after") int parkedAfter,
            @ConfigProperty(name = "orders.saga.together-ms") long together) {
        this.deadline = Duration.ofSeconds(deadline);
        this.holdMargin = Duration.ofSeconds(holdMargin);
        this.lease = Duration.ofSeconds(lease);
        this.backoffFirst = Duration.ofMillis(backoffFirst);
        this.backoffCap = Duration.ofMillis(backoffCap);
        this.parkedAfter = parkedAfter;
        this.together = Duration.ofMillis(together);
    }

    Duration deadline() {
        return deadline;
    }

    /** Stock is held this much longer than the saga may take, so that a saga in its last second still finds its hold. */
    Duration hold() {
        return deadline.plus(holdMargin);
    }

    Duration lease() {
        return lease;
    }

    /** After so many failures in a row a saga counts as parked: people hear of it, and it goes on as before. */
    int parkedAfter() {
        return parkedAfter;
    }

    /** An answer waits so long for the others of its round, to be written together with them; then it is written by itself. */
    Duration together() {
        return together;
    }

    /** Doubles with each failure up to the cap; the second half of it is random, so that sagas do not knock in step. */
    Duration backoff(int failures) {
        var full = Math.min(backoffCap.toMillis(), backoffFirst.toMillis() << Math.min(failures, 20));
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
