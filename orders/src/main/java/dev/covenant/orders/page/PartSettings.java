package dev.covenant.orders.page;

import java.time.Duration;

import org.eclipse.microprofile.config.Config;

/**
 * The limits of one part of the page; each is a documented property.
 *
 * @param patience the longest that a page waits for it, 10 ms to 1 minute
 * @param fresh for so long an answer counts as live and is not asked for again, 1 ms to the longest that it is shown
 * @param stale for so long an answer is shown when there is no other, up to 30 days
 * @param most answers that are remembered, 1 to 1,000,000
 */
record PartSettings(Duration patience, Duration fresh, Duration stale, int most) {
    PartSettings {
        within("stale-ms", stale.toMillis(), 1, Duration.ofDays(30).toMillis());
        within("fresh-ms", fresh.toMillis(), 1, stale.toMillis());
        within("wait-ms", patience.toMillis(), 10, 60_000);
        within("most", most, 1, 1_000_000);
    }

    /** @throws IllegalArgumentException which names the part, the limit and its rule */
    static PartSettings of(String part, Config config) {
        var prefix = "orders.page.%s.".formatted(part);
        try {
            return new PartSettings(
                    millis(config, prefix + "wait-ms"),
                    millis(config, prefix + "fresh-ms"),
                    millis(config, prefix + "stale-ms"),
                    config.getValue(prefix + "most", Integer.class));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("%s*: %s".formatted(prefix, wrong.getMessage()), wrong);
        }
    }

    private static Duration millis(Config config, String name) {
        return Duration.ofMillis(config.getValue(name, Long.class));
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be from %d to %d, not %d".formatted(name, least, most, value));
        }
    }
}
