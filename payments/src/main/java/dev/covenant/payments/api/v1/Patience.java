package dev.covenant.payments.api.v1;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.covenant.chassis.deadline.Deadline;
import dev.covenant.payments.provider.Wait;

/** How long this request may wait for the provider: our own limit, or less when its caller waits less. */
@RequestScoped
class Patience {
    /** Kept for writing the answer down and sending it. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final Deadline deadline;
    private final Clock clock;
    private final Duration limit;

    @Inject
    Patience(Deadline deadline, Clock clock, @ConfigProperty(name = "provider.answer-limit") Duration limit) {
        this.deadline = deadline;
        this.clock = clock;
        this.limit = limit;
    }

    Wait untilAnswer() {
        return Wait.of(deadline.remaining(limit.plus(MARGIN)).minus(MARGIN), clock);
    }
}
