package dev.covenant.devstack.stack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.covenant.devstack.DevstackException;

/** What a stack consists of, in the order in which people look at it. */
public enum Part {
    ORDERS(0, "/health/ready"),
    INVENTORY(1, "/health/ready"),
    PAYMENTS(2, "/health/ready"),
    REGISTRY(3, "/health/ready"),
    PROVIDER(10, "/health"),
    ISSUER(11, "/covenant/jwks"),
    POSTGRESQL(12, "");

    private final int distance;
    private final String health;

    Part(int distance, String health) {
        this.distance = distance;
        this.health = health;
    }

    /** As people, directories and databases call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a Liberty server of ours, with a database of its own. */
    public boolean isService() {
        return services().contains(this);
    }

    /** The directory of its Maven module, from that of the parent pom. */
    public String module() {
        return this == REGISTRY ? "contracts/registry" : id();
    }

    /** How far its usual port is from the first one. */
    int distance() {
        return distance;
    }

    /** Where to ask over HTTP whether it is ready; empty for PostgreSQL. */
    public String health() {
        return health;
    }

    /** The parts that it calls, and those that they call. PostgreSQL and the issuer go without saying. */
    public Set<Part> neighbours() {
        return switch (this) {
            case ORDERS -> EnumSet.of(INVENTORY, PAYMENTS, PROVIDER);
            case PAYMENTS -> EnumSet.of(PROVIDER);
            default -> EnumSet.noneOf(Part.class);
        };
    }

    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    public static Set<Part> services() {
        return EnumSet.range(ORDERS, REGISTRY);
    }

    /** All that orders need to get done: the contract registry is for those who change the services. */
    public static Set<Part> ofOrders() {
        return EnumSet.complementOf(EnumSet.of(REGISTRY));
    }

    /** The one that people call so; the message of the exception names those there are. */
    public static Part named(String id) {
        return among(all(), "part", id);
    }

    /** Like {@link #named}, for services only. */
    public static Part serviceNamed(String id) {
        return among(services(), "service", id);
    }

    private static Part among(Set<Part> parts, String kind, String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow(() -> {
            var known = parts.stream().map(Part::id).collect(Collectors.joining(", "));
            return new DevstackException("There is no %s \"%s\". There are: %s.".formatted(kind, id, known));
        });
    }

    @Override
    public String toString() {
        return id();
    }
}
