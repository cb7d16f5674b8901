package dev.covenant.orders.checkout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What {@link SagaRunner} does with one lease, step by step, so that anything can happen in between. */
final class SagaWorker {
    private final Lease lease;
    private final Neighbours neighbours;
    private final Network network;
    private Progress now;
    private Round round;
    private List<Network.Message> asked = List.of();

    SagaWorker(Lease lease, Neighbours neighbours, Network network) {
        this.lease = lease;
        this.neighbours = neighbours;
        this.network = network;
    }

    Lease lease() {
        return lease;
    }

    boolean isOver() {
        return now instanceof Progress.Paused || now instanceof Progress.Finished || now instanceof Progress.LeaseLost;
    }

    boolean isAboutToAsk() {
        return now instanceof Progress.Asking && round == null;
    }

    /** Whether nobody has to answer first. */
    boolean canAdvance() {
        return round == null
                || asked.stream().allMatch(message -> message.answer().isDone())
                || !(now instanceof Progress.Waiting) && asked.stream().anyMatch(Network.Message::decides);
    }

    void ask() {
        var asking = (Progress.Asking) now;
        network.sent();
        round = neighbours.ask(asking.names(), asking.steps());
        asked = network.sent();
    }

    Progress advance(BiFunction<Map<StepName, StepAnswer>, Set<StepName>, Progress> transaction) {
        now = round == null ? transaction.apply(Map.of(), Set.of()) : transaction.apply(round.next(), round.awaited());
        if (!(now instanceof Progress.Waiting)) {
            round = null;
        }
        return now;
    }
}
