package dev.covenant.registry.api;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

/** Four versions: 1 and 2 on main, of which 2 is tagged; 3 and 4 on another branch, tagged both. 1 and 2 say the same. */
@RealServer(setup = RegistryUsers.class)
class PairPactsIT {
    private final ServerUnderTest server;
    private final Registry registry;
    private final String consumer = Registry.newName("Shop");
    private final String provider = Registry.newName("Store");

    PairPactsIT(ServerUnderTest server) {
        this.server = server;
        registry = Registry.of(server);
    }

    @BeforeEach
    void fourVersions() {
        publish("1", "main", List.of(), "tea");
        publish("2", "main", List.of("prod"), "tea");
        publish("3", "feat/x", List.of("test"), "coffee");
        publish("4", "feat/x", List.of("test"), "cake");
    }

    /** The last four are what the command line asks for {@code get-pacts --consumer}. */
    @ParameterizedTest
    @CsvSource({
        "versions, 4 3 2 1",
        "tag/prod, 2",
        "tag/test, 4 3",
        "branch/main, 2 1",
        "branch/feat%2Fx, 4 3",
        "branch/feat%2Fx/latest/versions, 4",
        "branch/versions, 2 1",
        "branch/latest/versions, 2"
    })
    void listsVersionsTheLatestFirst(String path, String versions) {
        var links = registry.get(below(path)).json().at("/_links/pb:pacts").values();

        assertThat(links.stream().map(link -> link.get("href").asString().replaceFirst(".*/version/", "")))
                .containsExactly(versions.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "latest, 4",
        "latest/prod, 2",
        "latest-untagged, 1",
        "branch/main/latest, 2",
        "version/4/previous-distinct, 3",
        "version/3/previous-distinct, 2"
    })
    void answersTheContractThatIsMeant(String path, String version) {
        assertThat(registry.get(below(path)).header("X-Pact-Consumer-Version")).isEqualTo(version);
    }

    /** Built later, an earlier version is the head; in the order of versions it stays where it is. */
    @Test
    void theLatestOfABranchIsItsHead() {
        registry.put("pacticipants/%s/branches/back/versions/2", consumer);
        registry.put("pacticipants/%s/branches/back/versions/1", consumer);

        assertThat(registry.get(below("branch/back/latest")).header("X-Pact-Consumer-Version"))
                .isEqualTo("1");
        assertThat(registry.get("pacts/provider/%s/branch/back/latest", provider)
                        .text("/_links/pb:pacts/0/href"))
                .endsWith("/version/1");
    }

    @Test
    void theLatestOfABranchIsTheHighestThatSaysSomethingWhereItsHeadDoesNot() {
        registry.put("pacticipants/%s/branches/feat%%2Fx/versions/5", consumer);

        assertThat(registry.get(below("branch/feat%2Fx/latest")).header("X-Pact-Consumer-Version"))
                .isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions", "tag/test", "branch/main", "version/1"})
    void onlyWhoAdministersMayDeleteContracts(String path) {
        assertThat(Registry.of(server, "publisher:tell").delete(below(path)).status())
                .isEqualTo(403);

        assertThat(registry.get(below("versions")).json().at("/_links/pb:pacts"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest/none",
                "branch/none/latest",
                "version/2/previous-distinct",
                "version/none/previous-distinct"
            })
    void whatNoVersionMeetsIsNotFound(String path) {
        assertThat(registry.get(below(path)).status()).isEqualTo(404);
    }

    @Test
    void whenEveryVersionHasATagThereIsNoneWithout() {
        registry.put("pacticipants/%s/versions/1/tags/old", consumer);

        assertThat(registry.get(below("latest-untagged")).status()).isEqualTo(404);
    }

    /** Templates are left out: whoever fills them in knows with what. */
    @Test
    void everyLinkOfAContractLeadsSomewhere() {
        registry.verify(consumer, "4", provider, "7", true);
        var links = registry.pact(consumer, "4", provider).json().get("_links").properties().stream()
                .filter(link -> link.getValue().isObject() && !link.getValue().has("templated"))
                .filter(link -> !List.of("pb:publish-verification-results", "pb:tag-prod-version")
                        .contains(link.getKey()))
                .toList();

        assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> assertThat(
                        registry.send("GET", link.getValue().get("href").asString(), null)
                                .status())
                .as(link.getKey())
                .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"tag/test, 2 1", "branch/main, 4 3", "versions, ''"})
    void deletesThoseThatAreMeantAndNoVersion(String path, String left) {
        assertThat(registry.delete(below(path)).status()).isEqualTo(204);

        assertThat(registry.get(below("versions")).json().at("/_links/pb:pacts").values().stream()
                        .map(link -> link.get("href").asString().replaceFirst(".*/version/", "")))
                .containsExactly(left.isEmpty() ? new String[0] : left.split(" "));
        assertThat(registry.get("pacticipants/%s/versions/1", consumer).status())
                .isEqualTo(200);
        assertThat(registry.delete(below(path)).status()).isEqualTo(404);
    }

    private void publish(String version, String branch, List<String> tags, String description) {
        registry.publish(
                consumer,
                version,
                provider,
                pact(consumer, provider, description),
                Map.of("branch", branch, "tags", tags));
    }

    private String below(String path) {
        return Registry.at("pacts/provider/%s/consumer/%s/", provider, consumer) + path;
    }
}
