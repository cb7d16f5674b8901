package dev.covenant.registry.api;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RealServer(setup = RegistryUsers.class)
class PublishIT {
    private static final int MANY = 36_000;

    private final Registry registry;
    private final String consumer = Registry.newName("Shop");
    private final String provider = Registry.newName("Store");

    PublishIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
    }

    @Test
    void aPublishedContractIsServedWithItsLinks() {
        var answer = registry.publish(
                consumer,
                "1",
                provider,
                pact(consumer, provider, "tea"),
                Map.of("branch", "main", "tags", new String[] {"dev"}, "buildUrl", "http://ci/1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(answer.text("/notices/0/text"))
                .isEqualTo("Created %s version 1 with branch main and tags dev".formatted(consumer));
        assertThat(answer.text("/notices/1/type")).isEqualTo("success");
        var served = registry.send("GET", answer.text("/_links/pb:contracts/0/href"), null);
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(served.header("X-Pact-Consumer-Version")).isEqualTo("1");
        assertThat(served.text("/interactions/0/description")).isEqualTo("tea");
        assertThat(served.text("/_links/self/href")).isEqualTo(answer.text("/_links/pb:contracts/0/href"));
        assertThat(registry.send("GET", served.text("/_links/pb:pact-version/href"), null)
                        .text("/_links/self/name"))
                .isEqualTo(served.text("/_links/self/name"));
        var version = registry.send("GET", answer.text("/_links/pb:pacticipant-version/href"), null);
        assertThat(version.text("buildUrl")).isEqualTo("http://ci/1");
        assertThat(version.text("/_embedded/branchVersions/0/name")).isEqualTo("main");
        assertThat(version.text("/_embedded/tags/0/name")).isEqualTo("dev");
        assertThat(registry.get("pacticipants/%s", consumer).text("mainBranch")).isEqualTo("main");
    }

    /** Of many small interactions: nothing takes more memory for its size. */
    @Test
    void theLargestContractsFitIntoTheServerHoweverManyComeAtOnce() {
        var asks = IntStream.range(0, MANY).mapToObj("thing-%05d"::formatted).toArray(String[]::new);
        var largest = pact(consumer, provider, asks);
        assertThat(Base64.getEncoder().encodeToString(largest.getBytes(UTF_8))).hasSizeBetween(4_800_000, 5_200_000);

        // Of a provider that is known and consumers of their own: nobody waits for another's locks.
        registry.put("pacticipants/%s", provider);

        var answers = AtOnce.call(4, number -> await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> registry.publish(
                                consumer + number, "1", provider, largest.replace(consumer, consumer + number)),
                        // No place in time: to be sent again.
                        answer -> answer.status() != 503));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(registry.pact(consumer + 1, "1", provider).json().get("interactions"))
                .hasSize(MANY);
    }

    @Test
    void theSameInAnotherOrderIsPublishedAgainWithoutAChange() {
        registry.publish(consumer, "1", provider, pact(consumer, provider, "tea", "milk"));

        var again = registry.publish(consumer, "1", provider, pact(consumer, provider, "milk", "tea"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("republished").contains("with no content changes");
    }

    @Test
    void aVersionCannotSayTwoThingsAndNothingOfTheAttemptStays() {
        registry.publish(consumer, "1", provider, pact(consumer, provider, "tea"));

        var refused = registry.publish(
                consumer,
                "1",
                provider,
                pact(consumer, provider, "coffee"),
                Map.of("branch", "late", "buildUrl", "http://ci/2"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(refused.text("/errors/contracts/0"))
                .startsWith("Cannot change the content of the pact for " + consumer);
        assertThat(descriptions()).isEqualTo("tea");
        assertThat(registry.get("pacticipants/%s/branches/late", consumer).status())
                .isEqualTo(404);
        assertThat(registry.get("pacticipants/%s/versions/1", consumer).json().has("buildUrl"))
                .isFalse();
    }

    @Test
    void parallelBuildsMayMergeWhatTheyPublish() {
        var merge = Map.of("onConflict", "merge");
        registry.publish(consumer, "1", provider, pact(consumer, provider, "tea"), merge);

        var merged = registry.publish(consumer, "1", provider, pact(consumer, provider, "milk", "tea"), merge);

        assertThat(merged.status()).isEqualTo(200);
        assertThat(descriptions()).isEqualTo("tea, milk");
    }

    /** So that a provider that has verified the one has verified the other. */
    @Test
    void whatIsMergedIsTheSameAsWhatIsPublishedAsAWhole() {
        var merge = Map.of("onConflict", "merge");
        registry.publish(consumer, "1", provider, pact(consumer, provider, "milk", "tea"));
        registry.publish(consumer, "2", provider, pact(consumer, provider, "tea"));
        registry.publish(consumer, "2", provider, pact(consumer, provider, "milk"), merge);

        assertThat(sha("2")).isEqualTo(sha("1"));
    }

    @Test
    void mergingWhatIsThereChangesNothingHoweverOften() {
        registry.publish(consumer, "1", provider, pact(consumer, provider, "milk", "tea"));
        var before = sha("1");

        var answers = IntStream.range(0, 2)
                .mapToObj(_ -> registry.publish(
                        consumer, "1", provider, pact(consumer, provider, "tea"), Map.of("onConflict", "merge")))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("with no content changes");
        });
        assertThat(sha("1")).isEqualTo(before);
    }

    @Test
    void whatContradictsItselfIsNotMerged() {
        registry.publish(consumer, "1", provider, pact(consumer, provider, "tea"));
        var contradicting = pact(consumer, provider, "tea").replace("\"/tea\"", "\"/other\"");

        var refused = registry.publish(consumer, "1", provider, contradicting, Map.of("onConflict", "merge"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/errors/contracts/0")).startsWith("Cannot merge");
    }

    @Test
    void theOlderWayPutsAndPatches() {
        var path = Registry.at("pacts/provider/%s/consumer/%s/version/1", provider, consumer);

        assertThat(registry.send("PUT", path, pact(consumer, provider, "tea")).status())
                .isEqualTo(201);
        assertThat(registry.send("PUT", path, pact(consumer, provider, "tea")).status())
                .isEqualTo(200);
        assertThat(registry.send("PUT", path, pact(consumer, provider, "milk")).status())
                .isEqualTo(409);
        assertThat(registry.send("PATCH", path, pact(consumer, provider, "milk"))
                        .status())
                .isEqualTo(200);
        assertThat(descriptions()).isEqualTo("tea, milk");
        assertThat(registry.delete(path).status()).isEqualTo(204);
        assertThat(registry.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feat/x", "a b", "1+2", "100%", "it's \"so\"", "späť", "a;b=c", "x%2Fy", "a\\b", "?#&"})
    void namesMayHoldWhatPathsMustEscape(String name) {
        registry.publish(consumer, name, provider, pact(consumer, provider, "tea"), Map.of("branch", name));

        assertThat(registry.pact(consumer, name, provider).status()).isEqualTo(200);
        assertThat(registry.get("pacticipants/%s/versions/%s", consumer, name).text("number"))
                .isEqualTo(name);
        assertThat(registry.put("pacticipants/%s/versions/%s/tags/%s", consumer, name, name)
                        .text("name"))
                .isEqualTo(name);
        assertThat(registry.delete("pacticipants/%s/versions/%s/tags/%s", consumer, name, name)
                        .status())
                .isEqualTo(204);
        assertThat(registry.delete("pacticipants/%s/branches/%s", consumer, name)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void oneVersionPublishedByManyAtOnceIsOneContract() {
        var answers = AtOnce.call(
                8,
                _ -> registry.publish(
                        consumer,
                        "1",
                        provider,
                        pact(consumer, provider, "tea"),
                        Map.of("branch", "main", "tags", new String[] {"dev"})));

        assertThat(answers).extracting(ServiceAnswer::status).containsOnly(200);
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("successfully published"))
                .hasSize(1);
    }

    @Test
    void ofTwoThingsSaidAtOnceOneIsTrue() {
        var answers = AtOnce.call(
                8, number -> registry.publish(consumer, "1", provider, pact(consumer, provider, "tea " + number)));

        assertThat(answers).extracting(ServiceAnswer::status).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void manyVersionsOfOneBranchAtOnceDoNotWaitForEachOtherForever() {
        var answers = AtOnce.call(
                16,
                number -> registry.publish(
                        consumer, "v" + number, provider, pact(consumer, provider, "tea"), Map.of("branch", "main")));

        assertThat(answers).extracting(ServiceAnswer::status).containsOnly(200);
        assertThat(registry.get("pacticipants/%s/versions", consumer)
                        .json()
                        .at("/_embedded/versions")
                        .size())
                .isEqualTo(16);
    }

    private String sha(String version) {
        return registry.pact(consumer, version, provider)
                .text("/_links/pb:pact-version/href")
                .replaceFirst(".*/", "");
    }

    private String descriptions() {
        var all = registry.pact(consumer, "1", provider)
                .json()
                .get("interactions")
                .findValuesAsString("description");
        return String.join(", ", all);
    }
}
