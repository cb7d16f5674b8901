package dev.covenant.registry.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.api.DeployingPair.q;
import static dev.covenant.registry.api.DeployingPair.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Years of versions, and changes while the matrix is read: the answer is about all there was at one moment, or there is none. */
@RealServer(setup = RegistryUsers.class)
class LargeMatrixIT {
    /** Of each side; all of one content, so that each has met each. */
    private static final int VERSIONS = 150;

    private final Registry registry;
    private final DeployingPair pair;
    private final Jdbi owner;

    LargeMatrixIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
        this.pair = DeployingPair.of(registry);
        this.owner = Jdbi.create(server.owner());
    }

    @Test
    void aQuestionAboutMoreThanCanBeLookedAtIsRefusedAndNotHalfAnswered() {
        pair.publish("1", "tea");
        registry.verify(pair.consumer(), "1", pair.provider(), "1", false);
        manyVersions();
        var all = q(pair.consumer(), "") + "&" + q(pair.provider(), "") + "&latestby=";

        for (var latestBy : new String[] {"cvpv", "cvp", "cp"}) {
            var refused = pair.matrix(all + latestBy);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/0")).startsWith("This is about more than 20000 results: name a version");
        }
        assertThat(verdict(
                        pair.matrix(q(pair.consumer(), "version=1") + "&" + q(pair.provider(), "") + "&latestby=cvpv")))
                .startsWith("false %d/1/0".formatted(VERSIONS));
    }

    /** The consumer is found, and gone before its contracts are read. */
    @Test
    void whatGoesWhileItIsReadIsStillJudged() {
        pair.publish("1", "tea");
        registry.verify(pair.consumer(), "1", pair.provider(), "7", false);
        registry.deploy(pair.provider(), "7", pair.environment(), null);

        var answer = owner.inTransaction(handle -> {
            handle.execute("LOCK TABLE pact_publication IN ACCESS EXCLUSIVE MODE");
            var asked = CompletableFuture.supplyAsync(() -> pair.toEnvironment(pair.consumer(), "1"));
            await().atMost(Duration.ofSeconds(30)).until(this::isMatrixWaiting);
            handle.execute("DELETE FROM pacticipant WHERE name = ?", pair.consumer());
            return asked;
        });

        assertThat(answer.join()).startsWith("false 0/1/0");
    }

    /** The matrix: it has found the consumer before. The clean-up, which may wait too, asks for no pacticipant. */
    private boolean isMatrixWaiting() {
        return owner.withHandle(handle -> handle.select(
                        "SELECT count(*) > 0 FROM pg_locks waiting JOIN pg_locks found ON found.pid = waiting.pid "
                                + "WHERE NOT waiting.granted AND waiting.relation = CAST('pact_publication' AS regclass) "
                                + "AND found.granted AND found.relation = CAST('pacticipant' AS regclass)")
                .mapTo(Boolean.class)
                .one());
    }

    private void manyVersions() {
        owner.useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO version (pacticipant_id, number) SELECT id, 'v' || n FROM pacticipant, generate_series(1, ?) n "
                            + "WHERE name IN (?, ?)",
                    VERSIONS,
                    pair.consumer(),
                    pair.provider());
            handle.execute(
                    "INSERT INTO pact_publication (consumer_id, provider_id, consumer_version_id, content_id) "
                            + "SELECT pc.consumer_id, pc.provider_id, v.id, pc.id FROM pact_content pc "
                            + "JOIN pacticipant c ON c.id = pc.consumer_id "
                            + "JOIN version v ON v.pacticipant_id = c.id AND v.number LIKE 'v%' WHERE c.name = ?",
                    pair.consumer());
            handle.execute(
                    "INSERT INTO verification (consumer_id, provider_id, content_id, provider_version_id, success) "
                            + "SELECT pc.consumer_id, pc.provider_id, pc.id, v.id, true FROM pact_content pc "
                            + "JOIN pacticipant p ON p.id = pc.provider_id "
                            + "JOIN version v ON v.pacticipant_id = p.id AND v.number LIKE 'v%' WHERE p.name = ?",
                    pair.provider());
        });
    }
}
