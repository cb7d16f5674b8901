package dev.covenant.payments.outcome;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.payments.provider.Backoff;

/** How long a teller has, and when an outcome is told again. Counted by the database's clock. */
@ApplicationScoped
class DeliveryTiming {
    /** The issuer may be asked for a token twice, a second each. */
    private static final Duration FOR_TOKENS = Duration.ofSeconds(2);

    private final Duration lease;
    private final Backoff backoff;

    @Inject
    DeliveryTiming(
            @ConfigProperty(name = "outcomes.lease") Duration lease,
            @ConfigProperty(name = "outcomes.answer-limit") Duration limit,
            @ConfigProperty(name = "outcomes.backoff-first") Duration first,
            @ConfigProperty(name = "outcomes.backoff-cap") Duration cap) {
        // A shorter one does no harm to anybody, but each slow answer would be asked for twice.
        if (lease.compareTo(limit.plus(FOR_TOKENS)) <= 0) {
            throw new IllegalArgumentException(
                    "outcomes.lease (%s) must be longer than outcomes.answer-limit (%s) and %s for tokens"
                            .formatted(lease, limit, FOR_TOKENS));
        }
        this.lease = lease;
        this.backoff = new Backoff(first, cap);
    }

    /** Wrong settings end the start, not the first outcome. */
    void check(@Observes Startup startup) {}

    long leaseMillis() {
        return lease.toMillis();
    }

    long pauseMillis(int tries) {
        return backoff.after(tries).toMillis();
    }
}
