package dev.covenant.delivery.pipeline;

import java.util.Locale;

/** A part of the way, in order. Each is commands that also run alone. */
public enum Stage {
    /** Builds, checks the format, runs the tests that need no server. */
    UNIT_TESTS,
    /** Publishes what the service expects of others, verifies what others expect of it. */
    CONTRACTS,
    /** The service's tests on a real server with a real database. */
    REAL_SERVERS,
    /** The last release on the schema of this version. */
    SCHEMA_GATE,
    PACKAGE,
    /** Gate, migration, rollout with smoke tests, record. */
    STAGING,
    /** The same. */
    PRODUCTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
