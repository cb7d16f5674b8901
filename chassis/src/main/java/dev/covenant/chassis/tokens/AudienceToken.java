package dev.covenant.chassis.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The token for one audience. While one thread asks for a new one, the others go on with the old one, or wait for it when there is
 * none; what they wait for is that one answer, even when it is none, so that a silent issuer never makes them queue.
 */
final class AudienceToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** After an issuer that gave nothing, so long nobody asks again. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<Optional<Granted>> issuer;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Held held = Held.NOTHING;
    private volatile Instant askAgainAt = Instant.MIN;

    AudienceToken(Supplier<Optional<Granted>> issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    Optional<String> current() {
        if (!isFresh() && mayAsk()) {
            try {
                if (!isFresh() && !clock.instant().isBefore(askAgainAt)) {
                    renew();
                }
            } finally {
                asking.unlock();
            }
        }
        var current = held;
        return clock.instant().isBefore(current.expiresAt) ? Optional.of(current.token) : Optional.empty();
    }

    void refused(String token) {
        asking.lock();
        try {
            if (token.equals(held.token)) {
                held = Held.NOTHING;
            }
        } finally {
            asking.unlock();
        }
    }

    private boolean isFresh() {
        return clock.instant().isBefore(held.renewAt);
    }

    /** Takes the lock; does not wait for it while the old token is still good. */
    private boolean mayAsk() {
        if (clock.instant().isBefore(held.expiresAt)) {
            return asking.tryLock();
        }
        asking.lock();
        return true;
    }

    private void renew() {
        var asked = clock.instant();
        issuer.get()
                .ifPresentOrElse(
                        granted -> held = Held.of(granted, asked),
                        () -> askAgainAt = clock.instant().plus(PAUSE));
    }

    private record Held(String token, Instant renewAt, Instant expiresAt) {
        static final Held NOTHING = new Held(null, Instant.MIN, Instant.MIN);

        static Held of(Granted granted, Instant since) {
            var half = granted.lifetime().dividedBy(2);
            var margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
            var end = since.plus(granted.lifetime());
            return new Held(granted.token(), end.minus(margin), end);
        }
    }
}
