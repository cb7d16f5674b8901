package dev.covenant.payments.provider;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long an asker has, and when an attempt is asked again. Durations only: the moments are counted by the database's clock, because
 * a replica whose clock is ahead would keep what it took, when it dies, from all others.
 */
@ApplicationScoped
class AttemptTiming {
    private final Duration lease;
    private final Backoff backoff;

    @Inject
    AttemptTiming(
            @ConfigProperty(name = "settler.lease") Duration lease,
            @ConfigProperty(name = "settler.backoff-first") Duration first,
            @ConfigProperty(name = "settler.backoff-cap") Duration cap,
            @ConfigProperty(name = "settler.answer-limit") Duration settlerLimit,
            @ConfigProperty(name = "provider.answer-limit") Duration requestLimit) {
        // A shorter one does no harm at the provider, but each slow answer would be asked for twice.
        if (lease.compareTo(settlerLimit) <= 0 || lease.compareTo(requestLimit) <= 0) {
            throw new IllegalArgumentException(
                    "settler.lease (%s) must be longer than settler.answer-limit (%s) and provider.answer-limit (%s)"
                            .formatted(lease, settlerLimit, requestLimit));
        }
        this.lease = lease;
        this.backoff = new Backoff(first, cap);
    }

    /** Wrong settings end the start, not the first request. */
    void check(@Observes Startup startup) {}

    /** Whoever asks now has so long to write the answer down. */
    long leaseMillis() {
        return lease.toMillis();
    }

    long pauseMillis(int tries) {
        return backoff.after(tries).toMillis();
    }
}
