package dev.covenant.registry.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long to wait after an attempt that failed. */
@ApplicationScoped
class Backoff {
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final List<Duration> pauses;

    @Inject
    Backoff(@ConfigProperty(name = "registry.webhooks.backoff") List<Duration> pauses) {
        this.pauses = List.copyOf(pauses);
    }

    /** Not less than the receiver wishes, which may be an hour. Empty after the last attempt. */
    Optional<Duration> after(int attempts, Outcome outcome) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        var wish = Duration.ofSeconds(outcome.retryAfterSeconds());
        var pause = pauses.get(attempts - 1);
        return Optional.of(wish.compareTo(pause) <= 0 ? pause : wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH);
    }
}
