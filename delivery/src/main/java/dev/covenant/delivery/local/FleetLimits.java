package dev.covenant.delivery.local;

import java.time.Duration;

/**
 * How long a deployment waits.
 *
 * @param ready for a new replica to be ready
 * @param drained for the requests in an old one to end; what is still open then (an event stream) is cut and taken up again by its client
 * @param warm for a new replica to answer its first requests beside an old one, before that goes
 */
public record FleetLimits(Duration ready, Duration drained, Duration warm) {
    public static final FleetLimits USUAL =
            new FleetLimits(Duration.ofSeconds(120), Duration.ofSeconds(20), Duration.ofSeconds(20));
}
