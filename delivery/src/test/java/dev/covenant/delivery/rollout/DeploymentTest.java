package dev.covenant.delivery.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds after every end of a deployment. The replicas here are a list of versions; those that are processes are in RolloutTest. */
class DeploymentTest {
    private static final String OLD = "1".repeat(40);
    private static final String NEW = "2".repeat(40);
    private static final String BAD = "3".repeat(40);
    static final int REPLICAS = 2;

    @TempDir
    private Path directory;

    private World world;

    @BeforeEach
    void oldRuns() {
        world = new World();
        deployment().deploy(OLD, Progress.silent());
    }

    @Test
    void asksThenMigratesThenReplacesThenRecords() {
        world.calls.clear();
        deployment().deploy(NEW, Progress.silent());
        assertThat(world.calls).containsExactly("ask", "migrate", "replace", "replace", "ask", "record");
        assertThat(world.serving).containsExactly(NEW, NEW);
        assertThat(world.recorded).containsEntry("production", NEW);
    }

    @Test
    void aRollbackIsADeploymentOfTheVersionBefore() {
        deployment().deploy(NEW, Progress.silent());
        world.calls.clear();
        assertThat(deployment().rollBack(Progress.silent())).hasValue(OLD);
        assertThat(world.calls).containsExactly("ask", "migrate", "replace", "replace", "ask", "record");
        assertRunsAndIsRecorded(OLD);
    }

    /** The answer to the first was lost, or two people were called. */
    @Test
    void aRollbackThatIsSentTwiceDoesNotGoForwardAgain() {
        deployment().deploy(NEW, Progress.silent());
        deployment().rollBack(Progress.silent());
        assertThatThrownBy(() -> deployment().rollBack(Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("nothing was deployed since the last rollback")
                .hasMessageContaining("./covenant deploy payments --version V --to production");
        assertRunsAndIsRecorded(OLD);
    }

    @Test
    void aRollbackThatUndidADeploymentDoesNotGoFurtherWhenItIsSentTwice() {
        deployment().deploy(NEW, Progress.silent());
        assertThat(killedBeforeStep(3, BAD)).isTrue();
        deployment().rollBack(Progress.silent());
        assertThatThrownBy(() -> deployment().rollBack(Progress.silent())).isInstanceOf(DevstackException.class);
        assertRunsAndIsRecorded(NEW);
    }

    @Test
    void withoutAVersionBeforeThereIsNoRollback() {
        assertThatThrownBy(() -> deployment().rollBack(Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("no version of payments before this one in production");
    }

    @Test
    void whatTheRegistryRefusesIsNotEvenMigrated() {
        world.refused.add(BAD);
        world.calls.clear();
        assertThatThrownBy(() -> deployment().deploy(BAD, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("a charge is answered with its state")
                .hasMessageContaining("payments 11111111 serves on in production");
        assertThat(world.calls).containsExactly("ask");
        assertRunsAndIsRecorded(OLD);
    }

    /** Another service was recorded while this one was rolled out. */
    @Test
    void whatDoesNotFitAnyMoreWhenItIsToBeRecordedIsUndone() {
        world.whenReplacing = () -> world.refused.add(NEW);
        assertThatThrownBy(() -> deployment().deploy(NEW, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("a charge is answered with its state")
                .hasMessageContaining("Nothing was recorded. payments 11111111 serves on in production");
        assertRunsAndIsRecorded(OLD);
    }

    /** A full disk, an answer that nobody can read. */
    @Test
    void whateverElseGoesWrongIsUndoneToo() {
        world.whenReplacing = () -> {
            world.whenReplacing = () -> {};
            throw new UncheckedIOException(new IOException("No space left on device"));
        };
        assertThatThrownBy(() -> deployment().deploy(NEW, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("payments 11111111 serves on in production");
        assertRunsAndIsRecorded(OLD);
    }

    @Test
    void whatDoesNotStartIsTakenBackAndNotRecorded() {
        world.broken.add(BAD);
        assertThatThrownBy(() -> deployment().deploy(BAD, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("never ready")
                .hasMessageContaining("Nothing was recorded. payments 11111111 serves on");
        assertRunsAndIsRecorded(OLD);
        deployment().deploy(NEW, Progress.silent());
        assertRunsAndIsRecorded(NEW);
    }

    @Test
    void whatRunsAndCannotBeRecordedStaysUntilItIs() {
        world.registryIsAway = true;
        assertThatThrownBy(() -> deployment().deploy(NEW, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("payments 22222222 runs in production, and the registry may not know it yet");
        assertThat(world.serving).containsExactly(NEW, NEW);
        world.registryIsAway = false;
        deployment().deploy(NEW, Progress.silent());
        assertRunsAndIsRecorded(NEW);
    }

    @Test
    void aRollbackThatCannotBeRecordedGoesTheSameWayTheNextTime() {
        deployment().deploy(NEW, Progress.silent());
        world.registryIsAway = true;
        assertThatThrownBy(() -> deployment().rollBack(Progress.silent())).isInstanceOf(DevstackException.class);
        world.registryIsAway = false;
        assertThat(deployment().rollBack(Progress.silent())).hasValue(OLD);
        assertRunsAndIsRecorded(OLD);
    }

    /** World.Killed before each step in turn, and in the middle of replacing. */
    @Test
    void whoeverDiesIsFinishedByTheNextAttempt() {
        for (var step = 0; killedBeforeStep(step, NEW); step++) {
            deployment().deploy(NEW, Progress.silent());
            assertRunsAndIsRecorded(NEW);
            deployment().deploy(OLD, Progress.silent());
        }
    }

    @Test
    void whoeverDiesIsUndoneByARollback() {
        for (var step = 0; killedBeforeStep(step, NEW); step++) {
            deployment().rollBack(Progress.silent());
            assertRunsAndIsRecorded(OLD);
        }
    }

    /** What it fled from does not come back. */
    @Test
    void whoeverDiesRollingBackIsFinishedByTheNextRollback() {
        deployment().deploy(NEW, Progress.silent());
        for (var step = 0; killedBeforeStep(step, () -> deployment().rollBack(Progress.silent())); step++) {
            assertThat(deployment().rollBack(Progress.silent())).hasValue(OLD);
            assertRunsAndIsRecorded(OLD);
            deployment().deploy(NEW, Progress.silent());
        }
    }

    /** There is nothing to go back to: it goes altogether, from the registry too. */
    @Test
    void aFirstDeploymentThatWasBrokenOffCanBeTakenBack() {
        Part first = Part.INVENTORY;
        for (var step = 0; killedBeforeStep(step, () -> deployment(first).deploy(NEW, Progress.silent())); step++) {
            assertThat(deployment(first).rollBack(Progress.silent())).isEmpty();
            assertThat(world.serving).isEmpty();
            assertThat(world.recorded).isEmpty();
        }
        assertThat(world.recorded).containsEntry("production", NEW);
    }

    /** World.Killed right behind his record, before he could know of it. */
    @Test
    void whatWasRecordedAndThenTurnedOutBadIsRecordedAsGone() {
        world.whenRecorded = () -> {
            throw new World.Killed();
        };
        assertThatThrownBy(() -> deployment().deploy(BAD, Progress.silent())).isInstanceOf(World.Killed.class);
        assertThat(world.recorded).containsEntry("production", BAD);
        world.whenRecorded = () -> {};
        world.refused.add(BAD);
        assertThatThrownBy(() -> deployment().deploy(BAD, Progress.silent())).isInstanceOf(DevstackException.class);
        assertRunsAndIsRecorded(OLD);
    }

    /** The other way: what is found half done turns out to be bad. */
    @Test
    void whatIsFoundHalfDoneAndBadIsUndone() {
        assertThat(killedBeforeStep(3, BAD)).isTrue();
        assertThat(world.serving).containsExactlyInAnyOrder(OLD, BAD);
        world.broken.add(BAD);
        assertThatThrownBy(() -> deployment().deploy(BAD, Progress.silent())).isInstanceOf(DevstackException.class);
        assertRunsAndIsRecorded(OLD);
    }

    @Test
    void onlyOneAtATimeAndTheOtherIsToldWho() {
        var standings = new StandingFiles(directory, Clock.systemUTC());
        try (var _ = standings.hold(Part.PAYMENTS, "deployment of 22222222")) {
            assertThatThrownBy(() -> deployment().deploy(NEW, Progress.silent()))
                    .hasMessageContaining("deployment of 22222222, process "
                            + ProcessHandle.current().pid());
        }
        deployment().deploy(NEW, Progress.silent());
        assertRunsAndIsRecorded(NEW);
    }

    /** @return whether there was such a step */
    private boolean killedBeforeStep(int step, String version) {
        return killedBeforeStep(step, () -> deployment().deploy(version, Progress.silent()));
    }

    private boolean killedBeforeStep(int step, Runnable change) {
        world.stepsToLive = step;
        try {
            change.run();
            return false;
        } catch (World.Killed expected) {
            return true;
        } finally {
            world.stepsToLive = Integer.MAX_VALUE;
        }
    }

    private void assertRunsAndIsRecorded(String version) {
        assertThat(world.serving).hasSize(REPLICAS).containsOnly(version);
        assertThat(world.recorded).containsEntry("production", version);
        assertThat(new StandingFiles(directory, Clock.systemUTC()).read(Part.PAYMENTS))
                .returns(true, standing -> standing.underway().isEmpty())
                .returns(version, standing -> standing.current().orElseThrow());
    }

    /** A new one each time, as each command is. */
    private Deployment deployment() {
        return deployment(Part.PAYMENTS);
    }

    private Deployment deployment(Part service) {
        return new Deployment(
                world,
                world,
                new StandingFiles(directory, Clock.systemUTC()),
                version -> new Release(service, version, directory),
                service,
                Clock.systemUTC());
    }
}
