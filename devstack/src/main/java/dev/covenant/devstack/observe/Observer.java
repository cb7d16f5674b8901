package dev.covenant.devstack.observe;

import java.util.Locale;

/** Watches the stack; optional, and no part of it. */
public enum Observer {
    /** Traces; at its usual port 9411 when the services are at theirs. */
    ZIPKIN(331, "/health"),
    /** Metrics and alerts. */
    PROMETHEUS(14, "/-/ready");

    private final int distance;
    private final String health;

    Observer(int distance, String health) {
        this.distance = distance;
        this.health = health;
    }

    /** As people and files call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How far its port is from the first one of the stack. */
    int distance() {
        return distance;
    }

    /** Where to ask over HTTP whether it is ready. */
    String health() {
        return health;
    }

    @Override
    public String toString() {
        return id();
    }
}
