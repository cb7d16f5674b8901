package dev.covenant.inventory.model;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.covenant.devstack.testing.ServerUnderTest;

/**
 * Runs sequences side by side, since no sequence meets another one's SKUs and ids. They are new on each run; a failure says how to run
 * its sequence again. System properties: {@code model.seed}, {@code model.first}, {@code model.sequences}.
 */
final class Sequences {
    private static final int WORKERS = 6;
    /** So few that a client's token does not expire before they are done. */
    private static final int WITH_ONE_CLIENT = 50;

    private static final int FIRST = Integer.getInteger("model.first", 0);
    private static final long SEED = Long.getLong("model.seed", System.nanoTime());

    private final ServerUnderTest server;
    private final boolean withSweeper;
    private final int end;
    private final AtomicReference<Failed> failed = new AtomicReference<>();

    private Sequences(ServerUnderTest server, boolean withSweeper, int sequences) {
        this.server = server;
        this.withSweeper = withSweeper;
        this.end = FIRST + Integer.getInteger("model.sequences", sequences);
    }

    /** Empty when service and model agree on all of them; else the shortest part of one that shows where they do not. */
    static Optional<String> disagreement(ServerUnderTest server, boolean withSweeper, int sequences) {
        var run = new Sequences(server, withSweeper, sequences);
        run.runAll();
        return Optional.ofNullable(run.failed.get()).map(run::report);
    }

    private void runAll() {
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var parts = IntStream.iterate(FIRST, first -> first < end, first -> first + WITH_ONE_CLIENT)
                    .mapToObj(first -> CompletableFuture.runAsync(() -> runFrom(first), workers))
                    .toList();
            parts.forEach(CompletableFuture::join);
        }
    }

    private void runFrom(int first) {
        try (var service = new Service(server)) {
            IntStream.range(first, Math.min(first + WITH_ONE_CLIENT, end))
                    .takeWhile(_ -> failed.get() == null)
                    .forEach(number -> disagreement(sequence(number), service)
                            .ifPresent(what -> failed.compareAndSet(null, new Failed(number, what))));
        }
    }

    private String report(Failed first) {
        try (var service = new Service(server)) {
            var shortest = new Shrinking(
                            commands -> disagreement(commands, service).isPresent())
                    .shortest(sequence(first.number()));
            return "Sequence %d disagrees. Again: -Dmodel.seed=%d -Dmodel.first=%d -Dmodel.sequences=1%n%s"
                    .formatted(
                            first.number(),
                            SEED,
                            first.number(),
                            disagreement(shortest, service)
                                    .orElse("It did not happen again: something about time.\n" + first.what()));
        }
    }

    /** The same for the same seed and number. */
    private List<Command> sequence(int number) {
        return new RandomCommands(new SplittableRandom(SEED + number), withSweeper).next();
    }

    private static Optional<String> disagreement(List<Command> commands, Service service) {
        try {
            return Trial.disagreement(commands, service);
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("%s: %s".formatted(commands, e));
        }
    }

    /** A sequence, and what happened. */
    private record Failed(int number, String what) {}
}
