package dev.covenant.payments.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When an attempt is due to be taken up by the settler. */
@ApplicationScoped
class AttemptTiming {
    private final Clock clock;
    private final Duration lease;
    private final Backoff backoff;

    @Inject
    AttemptTiming(
            Clock clock,
            @ConfigProperty(name = "settler.lease") Duration lease,
            @ConfigProperty(name = "settler.backoff-first") Duration first,
            @ConfigProperty(name = "settler.backoff-cap") Duration cap) {
        this.clock = clock;
        this.lease = lease;
        this.backoff = new Backoff(first, cap);
    }

    Instant now() {
        return clock.instant();
    }

    /** Whoever asks now has until then to write the answer down. */
    Instant endOfLease() {
        return now().plus(lease);
    }

    Instant nextTry(int tries) {
        return now().plus(backoff.after(tries));
    }
}
