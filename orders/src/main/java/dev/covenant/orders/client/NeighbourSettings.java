package dev.covenant.orders.client;

import java.net.URI;
import java.time.Duration;

import org.eclipse.microprofile.config.Config;

import dev.covenant.chassis.callee.CircuitLimits;
import dev.covenant.chassis.callee.LaneLimits;

/**
 * Where a neighbour is, and the limits of our calls to it.
 *
 * @param limit the longest wait for one answer, 100 ms to 10 minutes
 * @param connect the longest wait for a connection, 1 ms to the limit
 */
public record NeighbourSettings(
        URI address, Duration connect, Duration limit, CircuitLimits circuit, LaneLimits commands, LaneLimits reads) {
    public NeighbourSettings {
        if (limit.toMillis() < 100 || limit.toMillis() > 600_000) {
            throw new IllegalArgumentException("limit-ms must be from 100 to 600000, not " + limit.toMillis());
        }
        if (!connect.isPositive() || connect.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "connect-ms must be from 1 to %d, not %d".formatted(limit.toMillis(), connect.toMillis()));
        }
    }

    /** @throws IllegalArgumentException which names the neighbour, the limit and its rule */
    static NeighbourSettings of(String neighbour, Config config) {
        var own = new Own(config, "orders.%s.".formatted(neighbour));
        try {
            var longestPause = own.millis("longest-retry-after-ms");
            return new NeighbourSettings(
                    config.getValue(neighbour + ".url", URI.class),
                    own.millis("connect-ms"),
                    own.millis("limit-ms"),
                    new CircuitLimits(
                            own.number("circuit-window"),
                            own.number("circuit-least-calls"),
                            own.number("circuit-failure-percent"),
                            own.millis("circuit-pause-ms"),
                            own.number("circuit-probes")),
                    new LaneLimits(own.number("most-commands"), own.millis("commands-wait-ms"), longestPause),
                    new LaneLimits(own.number("most-reads"), Duration.ZERO, longestPause));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "The settings of " + neighbour + " (orders.%s.*): ".formatted(neighbour) + wrong.getMessage(),
                    wrong);
        }
    }

    /** The properties of one neighbour. */
    private record Own(Config config, String prefix) {
        int number(String name) {
            return config.getValue(prefix + name, Integer.class);
        }

        Duration millis(String name) {
            return Duration.ofMillis(config.getValue(prefix + name, Long.class));
        }
    }
}
