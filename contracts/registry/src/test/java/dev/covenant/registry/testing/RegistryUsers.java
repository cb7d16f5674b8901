package dev.covenant.registry.testing;

import java.util.Base64;
import java.util.Map;

import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

/** One user for each level; webhooks that may send to this machine, and do not wait long; what is old is forgotten. */
public final class RegistryUsers implements ServerSetup {
    public static final int CLEAN_UP_BATCH = 3;
    public static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Override
    public Map<String, String> prepare(TestParts parts) {
        return Map.ofEntries(
                Map.entry("REGISTRY_USERS", "read:reader:see:it write:publisher:tell\nadmin:keeper:all"),
                // The first is what the client suites name; nothing is sent there.
                Map.entry("REGISTRY_WEBHOOKS_TARGETS", "https://webhook http://127.0.0.1:*"),
                // Longer than a slow machine needs for all that tests send at once.
                Map.entry("REGISTRY_BODY_LARGE_WAIT", "PT25S"),
                Map.entry("REGISTRY_WEBHOOKS_INTERVAL", "PT0.1S"),
                Map.entry("REGISTRY_WEBHOOKS_BACKOFF", "PT0.1S,PT0.1S"),
                Map.entry("REGISTRY_WEBHOOKS_ANSWER_LIMIT", "PT5S"),
                Map.entry("REGISTRY_WEBHOOKS_LEASE", "PT10S"),
                Map.entry("ENCRYPTION_KEY", ENCRYPTION_KEY),
                Map.entry("REGISTRY_CLEAN_UP_KEEP", "P90D"),
                Map.entry("REGISTRY_CLEAN_UP_INTERVAL", "PT0.3S"),
                Map.entry("REGISTRY_CLEAN_UP_BATCH", Integer.toString(CLEAN_UP_BATCH)));
    }
}
