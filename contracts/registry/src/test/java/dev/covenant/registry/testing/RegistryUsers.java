package dev.covenant.registry.testing;

import java.util.Map;

import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

/** One user for each level. */
public final class RegistryUsers implements ServerSetup {
    @Override
    public Map<String, String> prepare(TestParts parts) {
        return Map.of("REGISTRY_USERS", "read:reader:see:it write:publisher:tell\nadmin:keeper:all");
    }
}
