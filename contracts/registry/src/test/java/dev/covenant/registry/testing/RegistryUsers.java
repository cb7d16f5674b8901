package dev.covenant.registry.testing;

import java.util.Base64;
import java.util.Map;

import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

/** One user for each level; webhooks that may send to this machine, and do not wait long. */
public final class RegistryUsers implements ServerSetup {
    public static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Override
    public Map<String, String> prepare(TestParts parts) {
        return Map.of(
                "REGISTRY_USERS", "read:reader:see:it write:publisher:tell\nadmin:keeper:all",
                // The first is what the client suites name; nothing is sent there.
                "REGISTRY_WEBHOOKS_TARGETS", "https://webhook http://127.0.0.1:*",
                "REGISTRY_WEBHOOKS_INTERVAL", "PT0.1S",
                "REGISTRY_WEBHOOKS_BACKOFF", "PT0.1S,PT0.1S",
                "REGISTRY_WEBHOOKS_ANSWER_LIMIT", "PT5S",
                "REGISTRY_WEBHOOKS_LEASE", "PT10S",
                "ENCRYPTION_KEY", ENCRYPTION_KEY);
    }
}
