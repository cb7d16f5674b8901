package dev.covenant.devstack.stack;

import java.util.Set;

/** A part calls another. */
public record Link(Part from, Part to) {

    /** All that can have a proxy of their own: those by which orders get done, and to PostgreSQL. */
    public static Set<Link> all() {
        return Set.of(
                new Link(Part.ORDERS, Part.INVENTORY),
                new Link(Part.ORDERS, Part.PAYMENTS),
                new Link(Part.ORDERS, Part.ISSUER),
                new Link(Part.PAYMENTS, Part.PROVIDER),
                new Link(Part.PAYMENTS, Part.ORDERS),
                new Link(Part.ORDERS, Part.POSTGRESQL),
                new Link(Part.INVENTORY, Part.POSTGRESQL),
                new Link(Part.PAYMENTS, Part.POSTGRESQL));
    }

    /** Whether HTTP is spoken on it. */
    boolean isHttp() {
        return to != Part.POSTGRESQL;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
