package dev.covenant.registry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.covenant.registry.testing.Registry;

/**
 * Runs histories side by side. They are new on each run; a failure says how to run its history again. System properties: {@code
 * model.seed}, {@code model.first}, {@code model.histories}.
 */
final class Histories {
    private static final int WORKERS = 4;
    private static final int FIRST = Integer.getInteger("model.first", 0);
    private static final long SEED = Long.getLong("model.seed", System.nanoTime());
    private static final List<String> WAYS = List.of("cvpv", "cvp", "cp");

    private final Registry registry;
    private final AtomicReference<Failure> failed = new AtomicReference<>();

    private Histories(Registry registry) {
        this.registry = registry;
    }

    /** Empty when registry and model agree on all of them; else the shortest part of one that shows where they do not. */
    static Optional<String> disagreement(Registry registry, int histories) {
        var run = new Histories(registry);
        var end = FIRST + Integer.getInteger("model.histories", histories);
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            IntStream.range(FIRST, end)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> run.run(number), workers))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        return Optional.ofNullable(run.failed.get()).map(run::report);
    }

    private void run(int number) {
        if (failed.get() == null) {
            disagreement(history(number)).ifPresent(what -> failed.compareAndSet(null, new Failure(number, what)));
        }
    }

    private String report(Failure failure) {
        var number = failure.number();
        var shortest = shortest(history(number), events -> disagreement(events).isPresent());
        return "History %d disagrees. Again: -Dmodel.seed=%d -Dmodel.first=%d -Dmodel.histories=1%n%s"
                .formatted(
                        number,
                        SEED,
                        number,
                        disagreement(shortest)
                                .orElse("It did not happen again. What did:%n%s".formatted(failure.what())));
    }

    /** The same for the same seed and number. */
    private static List<Event> history(int number) {
        return new RandomHistory(new SplittableRandom(SEED + number)).next();
    }

    private Optional<String> disagreement(List<Event> history) {
        try {
            return disagreement(history, new Teller(registry), new World());
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("%s: %s".formatted(history, e));
        }
    }

    private static Optional<String> disagreement(List<Event> history, Teller teller, World world) {
        history.forEach(event -> {
            teller.tell(event);
            world.happens(event);
        });
        for (var target : Question.Target.values()) {
            for (var pacticipant : RandomHistory.PACTICIPANTS) {
                for (var version : RandomHistory.VERSIONS) {
                    var question = new Question(pacticipant, version, target);
                    var expected = world.answer(question);
                    // Whichever way an older or newer client asks, the answer is one.
                    var way = WAYS.get((pacticipant + version).hashCode() % WAYS.size());
                    var answer = teller.ask(question, way);
                    if (!answer.equals(expected)) {
                        return Optional.of(
                                "%s%n%s by %s -> %s, expected %s".formatted(history, question, way, answer, expected));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Leaves out events as long as the rest fails, too. */
    private static List<Event> shortest(List<Event> failing, Predicate<List<Event>> fails) {
        var shorter = failing;
        for (var left = failing.size() - 1; left >= 0; left--) {
            var rest = new ArrayList<>(shorter);
            rest.remove(left);
            if (fails.test(rest)) {
                shorter = rest;
            }
        }
        return shorter.size() < failing.size() ? shortest(shorter, fails) : shorter;
    }

    private record Failure(int number, String what) {}
}
