package dev.covenant.inventory.model;

import java.util.SortedMap;

/**
 * What a client may ask for, and what time does. Clients, movements and reservations are numbers, SKUs are letters; each run gives them
 * names that nobody has used.
 */
sealed interface Command {
    record Move(int client, int movement, String sku, String type, long quantity, String warehouse)
            implements Command {}

    record Reserve(int client, int reservation, SortedMap<String, Long> lines, End end) implements Command {}

    record Commit(int client, int reservation) implements Command {}

    record Release(int client, int reservation) implements Command {}

    record TakeBack(int client, int reservation) implements Command {}

    record Find(int client, int reservation) implements Command {}

    record Look(String sku) implements Command {}

    /** Where its pieces lie: version 2 of stock. */
    record LookInside(String sku) implements Command {}

    record LookAround() implements Command {}

    /** The end of a hold comes, and nobody gives it up yet. */
    record TimePasses(int reservation) implements Command {}

    /** The end of a hold comes, and the sweeper too. */
    record Sweep(int reservation) implements Command {}

    /** Until when a hold is asked for. */
    enum End {
        SOON,
        OVER
    }
}
