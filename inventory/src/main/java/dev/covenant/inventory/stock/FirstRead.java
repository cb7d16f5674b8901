package dev.covenant.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

import dev.covenant.chassis.database.Repositories;

/** Reads once before anybody asks: a server whose repositories cannot be used must not begin. */
@ApplicationScoped
class FirstRead {

    void check(@Observes Startup startup, StockItems items) {
        Repositories.requireUsable(() -> items.find(""));
    }
}
