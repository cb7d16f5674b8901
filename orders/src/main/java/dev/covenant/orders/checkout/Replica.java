package dev.covenant.orders.checkout;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** This process, told apart from every other one that ever ran: a restarted replica does not hold what the dead one held. */
@ApplicationScoped
class Replica {
    private final String name = UUID.randomUUID().toString();

    String name() {
        return name;
    }
}
