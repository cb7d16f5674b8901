package dev.covenant.chassis.superseded;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

/** What is configured for each name in {@link Superseded}, read once: {@code covenant.superseded.<name>.since} and so on. */
@ApplicationScoped
class Announcements {
    private static final String DOCUMENTATION = "/openapi";

    private final Config config;
    private final Map<String, Announcement> read = new ConcurrentHashMap<>();

    @Inject
    Announcements(Config config) {
        this.config = config;
    }

    /**
     * Of what has this name.
     *
     * @throws RuntimeException naming the property that is missing or wrong
     */
    Announcement of(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private Announcement read(String name) {
        var prefix = "covenant.superseded." + name + ".";
        try {
            return new Announcement(
                    config.getValue(prefix + "since", Instant.class),
                    config.getValue(prefix + "sunset", Instant.class),
                    config.getOptionalValue(prefix + "documentation", String.class)
                            .orElse(DOCUMENTATION));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(prefix + wrong.getMessage(), wrong);
        }
    }
}
