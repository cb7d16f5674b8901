package dev.covenant.devstack.testing;

import java.util.Map;

/** A service that needs PostgreSQL and the issuer only. */
public final class NoSetup implements ServerSetup {

    @Override
    public Map<String, String> prepare(TestParts parts) {
        return Map.of();
    }
}
