package dev.covenant.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.StackDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/** A short run of what {@code ./covenant chaos} does for longer. It asserts what must hold, and nothing of how fast. */
class ChaosIT {
    /**
     * Its six faults are a kill of a replica, a crash of PostgreSQL, a pause of the other replica, answers lost to customers, late
     * reservations, and one replica alone cut off from payments.
     */
    private static final long SEED = 98_411;
    /** For slow machines; the 30 s that it should take are held by the report in docs. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So many promises are about what customers were told; the audit's come after them. */
    private static final int JOURNAL = 7;

    private static final ChaosPlan SHORT =
            new ChaosPlan(SEED, Duration.ofSeconds(40), 2, 6, EnumSet.allOf(Blow.class), Duration.ZERO, PATIENCE);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothingIsLostWhilePartsDie() {
        var directory = new StackDirectory(Path.of("target", "chaos").toAbsolutePath());
        try (var lifetime = new Lifetime();
                var chaos = ChaosStack.start(Workspace.find(), directory, Progress.silent(), lifetime)) {
            var result = new ChaosRun(chaos, SHORT, lifetime, Watch.nobody()).run();

            assertThat(result.failures()).isEmpty();
            assertThat(result.verdict().violations()).as("seed %d", SEED).isEmpty();
            assertThat(result.isClean())
                    .as("seed %d: %s", SEED, result.verdict())
                    .isTrue();
            assertThat(result.verdict().promises().stream().limit(JOURNAL))
                    .as("what customers were told")
                    .allSatisfy(promise ->
                            assertThat(promise.examined()).as(promise.name()).isPositive());
            assertThat(result.verdict().promises()).anySatisfy(promise -> {
                assertThat(promise.name()).isEqualTo("ready-means-serving");
                assertThat(promise.examined()).isEqualTo(4);
            });
            assertThat(result.struck()).hasSize(SHORT.faults());
            // Whoever rejects everything breaks no promise.
            assertThat(result.visits()).hasSize(SHORT.customers()).anyMatch(visit -> visit.acknowledgements().stream()
                    .anyMatch(heard -> heard.told().text("status").equals("CONFIRMED")));
        }
    }
}
