package dev.covenant.chaos.schedule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What can be struck: a process, or what flows between two of them. */
public enum Target {
    ORDERS("orders"),
    ORDERS_2("orders-2"),
    INVENTORY("inventory"),
    PAYMENTS("payments"),
    POSTGRESQL("postgresql"),
    PROVIDER("provider"),
    ISSUER("issuer"),
    ORDERS_TO_INVENTORY("orders → inventory"),
    ORDERS_TO_PAYMENTS("orders → payments"),
    ORDERS_TO_ISSUER("orders → issuer"),
    PAYMENTS_TO_PROVIDER("payments → provider"),
    PAYMENTS_TO_ORDERS("payments → orders"),
    ORDERS_TO_POSTGRESQL("orders → postgresql"),
    INVENTORY_TO_POSTGRESQL("inventory → postgresql"),
    PAYMENTS_TO_POSTGRESQL("payments → postgresql"),
    CUSTOMERS_TO_ORDERS("customers → orders"),
    CUSTOMERS_TO_ORDERS_2("customers → orders-2"),
    ORDERS_2_TO_INVENTORY("orders-2 → inventory"),
    ORDERS_2_TO_PAYMENTS("orders-2 → payments"),
    ORDERS_2_TO_ISSUER("orders-2 → issuer"),
    ORDERS_2_TO_POSTGRESQL("orders-2 → postgresql");

    static final Set<Target> SERVERS = set(ORDERS, PAYMENTS);
    static final Set<Target> HELPERS = set(PROVIDER, ISSUER);
    static final Set<Target> LINKS = set(ORDERS_TO_INVENTORY, ORDERS_2_TO_POSTGRESQL);
    /** Those on which a command can be lost or late. */
    static final Set<Target> COMMAND_LINKS = Collections.unmodifiableSet(EnumSet.of(
            ORDERS_TO_INVENTORY,
            ORDERS_TO_PAYMENTS,
            PAYMENTS_TO_PROVIDER,
            PAYMENTS_TO_ORDERS,
            CUSTOMERS_TO_ORDERS,
            CUSTOMERS_TO_ORDERS_2,
            ORDERS_2_TO_INVENTORY,
            ORDERS_2_TO_PAYMENTS));

    private final String words;

    Target(String words) {
        this.words = words;
    }

    private static Set<Target> set(Target first, Target last) {
        return Collections.unmodifiableSet(EnumSet.range(first, last));
    }

    /** As people call it. */
    @Override
    public String toString() {
        return words;
    }
}
