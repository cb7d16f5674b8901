package dev.covenant.delivery.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.delivery.edge.RunningEdge;
import dev.covenant.delivery.gate.Registry;
import dev.covenant.delivery.gate.Verdict;
import dev.covenant.delivery.packages.Release;
import dev.covenant.delivery.rollout.Deployment;
import dev.covenant.delivery.rollout.StandingFiles;
import dev.covenant.delivery.rollout.Target;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Deployments of processes behind a real edge, with requests on the way. The services are stand-ins that start in no time. */
@EnabledIf(value = "dev.covenant.delivery.edge.RunningEdge#canBeHad", disabledReason = RunningEdge.REASON)
class RolloutTest {
    private static final String OLD = "1".repeat(40);
    private static final String NEW = "2".repeat(40);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private static Path edgeDirectory;

    private static RunningEdge edge;

    @TempDir
    private Path directory;

    private final Map<String, String> recorded = new HashMap<>();
    private int replicas = 2;
    private StandInStart starts;
    private Fleet fleet;

    @BeforeAll
    static void startEdge() {
        edge = new RunningEdge(edgeDirectory, 10_000);
    }

    @AfterAll
    static void stopEdge() {
        edge.close();
    }

    @BeforeEach
    void oldRuns() {
        starts = new StandInStart(directory, edge.config().slots().get(Part.PAYMENTS));
        fleet = fleet(LONG);
        deploy(OLD, MortalProgress.immortal());
    }

    @AfterEach
    void stop() {
        fleet.stopAll();
    }

    @Test
    void replacesEveryReplicaAndTakesThemBackWithoutAFailedRequest() {
        var requests = requests();
        try (requests) {
            deploy(NEW, MortalProgress.immortal());
            assertRunsAlone(NEW);
            deployment().rollBack(MortalProgress.immortal());
            assertRunsAlone(OLD);
        }
        assertThat(requests.failures()).isEmpty();
        assertThat(requests.answered()).isPositive();
    }

    @Test
    void whatIsNeverReadyOrFailsItsSmokeTestLeavesTheOldOnesAlone() {
        var before = fleet.all();
        var requests = requests();
        try (requests) {
            assertRefused(StandInServer.NEVER_READY, Duration.ofSeconds(2), "is not ready after 2 s");
            assertThat(fleet.all()).isEqualTo(before);
            assertRefused(StandInServer.SMOKES, LONG, "fails its smoke test");
            assertThat(fleet.all()).isEqualTo(before);
        }
        assertThat(requests.failures()).isEmpty();
    }

    /** After each step in turn: gate, migrate, start, drain, record. */
    @Test
    void whereverADeployerIsKilledTheNextOneFinishesWithoutAFailedRequest() {
        replicas = 1;
        deploy(OLD, MortalProgress.immortal());
        var requests = requests();
        try (requests) {
            var version = NEW;
            for (var steps = 1; isKilledAfter(steps, version); steps++) {
                deploy(version, MortalProgress.immortal());
                assertRunsAlone(version);
                version = version.equals(NEW) ? OLD : NEW;
            }
        }
        assertThat(requests.failures()).isEmpty();
    }

    @Test
    void aProcessThatNobodyWroteDownIsFoundAndEnded() {
        starts.dieBeforeItIsWrittenDown();
        assertThatThrownBy(() -> deploy(NEW, MortalProgress.immortal())).isInstanceOf(Killed.class);
        assertThat(processes()).isEqualTo(replicas + 1);
        deployment().rollBack(MortalProgress.immortal());
        assertRunsAlone(OLD);
    }

    @Test
    void aReplicaThatDiedIsReplacedByTheNextDeployment() {
        fleet.all().getFirst().process().find().orElseThrow().destroyForcibly();
        deploy(OLD, MortalProgress.immortal());
        assertRunsAlone(OLD);
    }

    /** @param ready how long a new replica may take */
    private Fleet fleet(Duration ready) {
        return new Fleet(
                Part.PAYMENTS,
                starts,
                new ReplicaFiles(directory.resolve("records")),
                edge.slots(Part.PAYMENTS),
                new SmokeStandIn(),
                new FleetLimits(ready, LONG));
    }

    private void assertRefused(String bad, Duration ready, String why) {
        fleet = fleet(ready);
        assertThatThrownBy(() -> deploy(bad.repeat(40), MortalProgress.immortal()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("payments 11111111 serves on");
        assertRunsAlone(OLD);
    }

    private boolean isKilledAfter(int steps, String version) {
        try {
            deploy(version, new MortalProgress(steps));
            return false;
        } catch (Killed expected) {
            return true;
        }
    }

    private void assertRunsAlone(String version) {
        assertThat(fleet.serving()).hasSize(replicas).allMatch(replica -> replica.version()
                .equals(version));
        assertThat(processes()).isEqualTo(replicas);
        assertThat(recorded).containsEntry("payments", version);
    }

    private long processes() {
        return Stream.iterate(1, slot -> slot + 1)
                .limit(edge.config().slots().get(Part.PAYMENTS).size())
                .flatMap(slot -> Orphans.of(starts.directory(slot)).stream())
                .count();
    }

    private SteadyRequests requests() {
        return new SteadyRequests(
                URI.create("https://localhost:%d/api/v1/payments/1/capture"
                        .formatted(edge.config().entry())),
                edge.trust(),
                edge.tokens().token("ann", "payments", "finance"));
    }

    private void deploy(String version, Progress progress) {
        deployment().deploy(version, progress);
    }

    private Deployment deployment() {
        return new Deployment(
                new RegistryInMemory(),
                new FleetTarget(),
                new StandingFiles(directory.resolve("standings"), Clock.systemUTC()),
                version -> new Release(Part.PAYMENTS, version, directory),
                Part.PAYMENTS,
                Clock.systemUTC());
    }

    private final class RegistryInMemory implements Registry {
        @Override
        public Verdict canIDeploy(String service, String version, String environment) {
            return new Verdict.Yes();
        }

        @Override
        public void recordDeployment(String service, String version, String environment) {
            recorded.put(service, version);
        }
    }

    private final class FleetTarget implements Target {
        @Override
        public String environment() {
            return "production";
        }

        @Override
        public void migrate(Release release, Progress progress) {
            progress.done("migrate", Duration.ZERO);
        }

        @Override
        public void roll(Release release, Progress progress) {
            new RollingSwap(fleet, replicas).to(release, progress);
        }

        @Override
        public void withdraw(Part service, Progress progress) {
            new RollingSwap(fleet, 0).toNothing(progress);
        }
    }
}
