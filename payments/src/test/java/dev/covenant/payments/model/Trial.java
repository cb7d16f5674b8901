package dev.covenant.payments.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One sequence, run once. The settler acts whenever it likes, so there may be several worlds that explain all answers so far; when none
 * is left, service and model disagree.
 */
final class Trial {
    private final Service service;
    private final Ids ids = Ids.fresh();
    private final List<String> said = new ArrayList<>();
    private Set<World> worlds = Set.of(World.EMPTY);

    private Trial(Service service) {
        this.service = service;
    }

    /** Empty when they agree, else what happened. */
    static Optional<String> disagreement(List<Command> commands, Service service) {
        var trial = new Trial(service);
        for (var command : commands) {
            if (!trial.agreesOn(command)) {
                return Optional.of(String.join("\n", trial.said));
            }
        }
        return trial.agreesOnBooks() ? Optional.empty() : Optional.of(String.join("\n", trial.said));
    }

    private boolean agreesOn(Command command) {
        var answer = service.answer(command, ids);
        said.add("%s -> %s".formatted(command, answer));
        var possible = worlds.stream()
                .flatMap(World::whateverTheSettlerDid)
                .map(world -> Outcome.of(command, world))
                .collect(Collectors.toSet());
        worlds = possible.stream()
                .filter(outcome -> outcome.answer().equals(answer))
                .map(Outcome::after)
                .collect(Collectors.toSet());
        return explained(possible.stream().map(Outcome::answer));
    }

    private boolean agreesOnBooks() {
        service.awaitSettled(ids);
        worlds = worlds.stream().map(World::settled).collect(Collectors.toSet());
        for (var payment = 0; payment < ids.payments().size(); payment++) {
            if (!agreesOnBooks(payment)) {
                return false;
            }
        }
        return true;
    }

    private boolean agreesOnBooks(int payment) {
        // Whose it is no world doubts.
        var client = worlds.iterator().next().deal(payment).map(Deal::client).orElse(0);
        var books = service.books(client, payment, ids);
        said.add("books of payment %d -> %s".formatted(payment, books));
        var possible = worlds;
        worlds = possible.stream()
                .filter(world -> world.books(payment).equals(books))
                .collect(Collectors.toSet());
        return explained(possible.stream().map(world -> world.books(payment)));
    }

    private boolean explained(Stream<String> expected) {
        if (!worlds.isEmpty()) {
            return true;
        }
        said.add("expected " + expected.distinct().sorted().collect(Collectors.joining("\n      or ")));
        return false;
    }
}
