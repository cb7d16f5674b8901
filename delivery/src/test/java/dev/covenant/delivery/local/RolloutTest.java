package dev.covenant.delivery.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    private int replicas = 1;
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
        replicas = 2;
        deploy(OLD, MortalProgress.immortal());
        var requests = requests();
        try (requests) {
            deploy(NEW, MortalProgress.immortal());
            assertRunsAlone(NEW);
            deployment().rollBack(MortalProgress.immortal());
            assertRunsAlone(OLD);
        }
        assertNoneFailed(requests);
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
        assertNoneFailed(requests);
    }

    /** After each step in turn: gate, migrate, start, drain, record. */
    @Test
    void whereverADeployerIsKilledTheNextOneFinishesWithoutAFailedRequest() {
        var requests = requests();
        try (requests) {
            var version = NEW;
            for (var steps = 1; isKilledAfter(steps, version); steps++) {
                deploy(version, MortalProgress.immortal());
                assertRunsAlone(version);
                version = version.equals(NEW) ? OLD : NEW;
            }
        }
        assertNoneFailed(requests);
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

    /** Before the old one leaves, and while it does. */
    @ParameterizedTest
    @ValueSource(strings = {"start and try one", "drain and stop one"})
    void aNewReplicaThatDiesInTheMiddleIsMissed(String step) {
        var murderer = new Murderer(step, () -> fleet.serving(release(NEW)));
        assertThatThrownBy(() -> deploy(NEW, murderer))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("was ready and is not any more (it has ended)");
        assertRunsAlone(OLD);
    }

    /** Killed before it drained what it had written down as leaving. */
    @Test
    @Timeout(60)
    void whatWasLeavingWhenItsDeployerDiedAnswersWhatItHas() {
        var old = fleet.all().getFirst();
        try (var http = HttpClient.newBuilder().sslContext(edge.trust()).build()) {
            var slow = http.sendAsync(request("slow"), BodyHandlers.ofString());
            while (edge.slots(Part.PAYMENTS).awaitEmpty(old.slot(), Duration.ZERO)) {
                Thread.onSpinWait();
            }
            new ReplicaFiles(directory.resolve("records")).write(old.to(Replica.Stage.LEAVING));
            deploy(NEW, MortalProgress.immortal());
            assertThat(slow.join().statusCode()).isEqualTo(200);
        }
        assertRunsAlone(NEW);
    }

    /** What the status of an environment rests on. */
    @Test
    void aReplicaThatTheEdgeSendsNothingIsNotInService() {
        assertThat(fleet.all()).hasSize(replicas).allMatch(fleet::isInService);
        var one = fleet.all().getFirst();
        edge.slots(Part.PAYMENTS).close(one.slot());
        assertThat(fleet.isInService(one)).isFalse();
    }

    /** And as many were answered as were due: who sends nothing fails nothing. */
    private static void assertNoneFailed(SteadyRequests requests) {
        assertThat(requests.failures()).isEmpty();
        assertThat(requests.answered()).isEqualTo(requests.sent()).isGreaterThanOrEqualTo(requests.due());
    }

    /** @param ready how long a new replica may take */
    private Fleet fleet(Duration ready) {
        return new Fleet(
                Part.PAYMENTS,
                starts,
                new ReplicaFiles(directory.resolve("records")),
                edge.slots(Part.PAYMENTS),
                new SmokeStandIn(),
                new FleetLimits(ready, LONG, Duration.ofMillis(200)));
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
        return new SteadyRequests(edge.trust(), request("capture"));
    }

    /** One that nobody may repeat. */
    private HttpRequest request(String what) {
        return HttpRequest.newBuilder(URI.create("https://localhost:%d/api/v1/payments/1/%s"
                        .formatted(edge.config().entry(), what)))
                .timeout(LONG)
                .header("Authorization", "Bearer " + edge.tokens().token("ann", "payments", "finance"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private void deploy(String version, Progress progress) {
        deployment().deploy(version, progress);
    }

    private Deployment deployment() {
        return new Deployment(
                new RegistryInMemory(),
                new FleetTarget(),
                new StandingFiles(directory.resolve("standings"), Clock.systemUTC()),
                this::release,
                Part.PAYMENTS,
                Clock.systemUTC());
    }

    private Release release(String version) {
        return new Release(Part.PAYMENTS, version, directory);
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

        @Override
        public void recordWithdrawal(String service, String environment) {
            recorded.remove(service);
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
