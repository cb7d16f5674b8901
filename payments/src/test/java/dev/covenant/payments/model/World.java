package dev.covenant.payments.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All payments of the model. */
record World(Map<Integer, Deal> deals) {
    static final World EMPTY = new World(Map.of());
    static final String NOTHING = "404 payment-not-found, ledger [], provider [] []";

    Optional<Deal> deal(int payment) {
        return Optional.ofNullable(deals.get(payment));
    }

    World with(int payment, Deal deal) {
        var all = new HashMap<>(deals);
        all.put(payment, deal);
        return new World(Map.copyOf(all));
    }

    /** Whether a refund's id is taken by another payment. */
    boolean isTakenElsewhere(int refund, int payment) {
        return deals.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey() != payment && entry.getValue().refunds().containsKey(refund));
    }

    /** As it is, and as the settler may have made it in the meantime. */
    Stream<World> whateverTheSettlerDid() {
        var worlds = Stream.of(this);
        for (var payment : deals.keySet()) {
            worlds = worlds.flatMap(world -> world.withOrWithoutSettling(payment));
        }
        return worlds;
    }

    /** Once the settler has nothing left to do. */
    World settled() {
        var world = this;
        for (var payment : deals.keySet()) {
            world = world.with(payment, world.deals.get(payment).settled());
        }
        return world;
    }

    /** All that is written down about a payment. */
    String books(int payment) {
        return deal(payment).map(Deal::books).orElse(NOTHING);
    }

    private Stream<World> withOrWithoutSettling(int payment) {
        var deal = deals.get(payment);
        return deal.isUnsettled() ? List.of(this, with(payment, deal.settled())).stream() : Stream.of(this);
    }
}
