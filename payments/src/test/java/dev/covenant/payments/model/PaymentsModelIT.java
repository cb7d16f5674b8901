package dev.covenant.payments.model;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.fail;

/**
 * New sequences on each run; a failure says how to run its sequence again. System properties: {@code model.sequences} (200),
 * {@code model.seed}, {@code model.first}.
 */
@RealServer(setup = ProviderSetup.class)
class PaymentsModelIT {
    private static final int WORKERS = 6;
    private static final int SEQUENCES = Integer.getInteger("model.sequences", 200);
    private static final int FIRST = Integer.getInteger("model.first", 0);
    private static final long SEED = Long.getLong("model.seed", System.nanoTime());

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<Integer> failed = new AtomicReference<>();
    private final ServerUnderTest server;

    PaymentsModelIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void everyAnswerAndAllBooksAreAsTheModelSays() {
        AtOnce.call(WORKERS, _ -> work());

        Optional.ofNullable(failed.get()).ifPresent(this::report);
    }

    /** Side by side, since no sequence meets another one's ids; until there are enough, or one has failed. */
    private int work() {
        try (var service = new Service(server)) {
            for (var next = take(); next < FIRST + SEQUENCES && failed.get() == null; next = take()) {
                if (disagreement(sequence(next), service).isPresent()) {
                    failed.compareAndSet(null, next);
                }
            }
            return taken.get();
        }
    }

    private int take() {
        return FIRST + taken.getAndIncrement();
    }

    private void report(int number) {
        try (var service = new Service(server)) {
            var shortest =
                    new Shrinking(commands -> disagreement(commands, service).isPresent()).shortest(sequence(number));
            fail(
                    "Sequence %d disagrees, found after %d. Again: -Dmodel.seed=%d -Dmodel.first=%d -Dmodel.sequences=1%n%s",
                    number,
                    taken.get(),
                    SEED,
                    number,
                    disagreement(shortest, service).orElse("It did not happen again: something about time."));
        }
    }

    /** The same for the same seed and number. */
    private static List<Command> sequence(int number) {
        return new RandomCommands(new SplittableRandom(SEED + number)).next();
    }

    private static Optional<String> disagreement(List<Command> commands, Service service) {
        try {
            return Trial.disagreement(commands, service);
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("%s: %s".formatted(commands, e));
        }
    }
}
