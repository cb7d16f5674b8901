package dev.covenant.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

import org.junit.jupiter.api.Test;

import dev.covenant.chaos.schedule.Blow;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.StackDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/** A short run of what {@code ./covenant chaos} does for longer. It asserts what must hold, and nothing of how fast. */
class ChaosIT {
    /** Its six faults are a stall, a pause, a crash of PostgreSQL, a kill of orders, lost answers and late reservations. */
    private static final long SEED = 140;
    /** For slow machines; the 30 s that it should take are held by the report in docs. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ChaosPlan SHORT =
            new ChaosPlan(SEED, Duration.ofSeconds(40), 2, 6, EnumSet.allOf(Blow.class), PATIENCE);

    @Test
    void nothingIsLostWhilePartsDie() {
        var lifetime = new Lifetime();
        var directory = new StackDirectory(Path.of("target", "chaos").toAbsolutePath());
        try (var chaos = ChaosStack.start(Workspace.find(), directory, Progress.silent(), lifetime)) {
            var result = new ChaosRun(chaos, SHORT, lifetime, Watch.nobody()).run();

            assertThat(result.verdict().violations()).as("seed %d", SEED).isEmpty();
            assertThat(result.isClean())
                    .as("seed %d: %s", SEED, result.verdict())
                    .isTrue();
            assertThat(result.struck()).hasSize(SHORT.faults());
            assertThat(result.visits()).hasSize(SHORT.customers());
        }
    }
}
