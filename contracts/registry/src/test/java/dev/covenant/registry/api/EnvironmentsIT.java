package dev.covenant.registry.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.Registry.TestEnvironment;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.json;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class EnvironmentsIT {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Registry registry;
    private final String name = Registry.newName("Shop");
    private final TestEnvironment environment;

    EnvironmentsIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
        this.environment = registry.newEnvironment();
        List.of("1", "2", "3").forEach(version -> registry.put("pacticipants/%s/versions/%s", name, version));
    }

    @Test
    void anEnvironmentCanBeFoundChangedAndDeleted() {
        var path = "environments/" + environment.uuid();
        var values = Map.of(
                "name",
                environment.name() + "-new",
                "displayName",
                "New",
                "production",
                true,
                "contacts",
                List.of(Map.of("name", "us")));

        assertThat(registry.get("environments")
                        .json()
                        .at("/_links/pb:environments")
                        .findValuesAsString("name"))
                .contains(environment.name());
        var changed = registry.send("PUT", path, json(values));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(registry.get(path).body()).isEqualTo(changed.body());
        assertThat(changed.text("displayName")).isEqualTo("New");
        assertThat(changed.json().get("production").booleanValue()).isTrue();
        assertThat(changed.text("/contacts/0/name")).isEqualTo("us");
        assertThat(registry.delete(path).status()).isEqualTo(204);
        assertThat(registry.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|{\"production\":true}|is missing",
                "name|{\"name\":\"a b\",\"production\":true}|cannot contain spaces",
                "production|{\"name\":\"a\"}|is missing",
                "production|{\"name\":\"a\",\"production\":\"no\"}|must be true or false",
                "contacts|{\"name\":\"a\",\"production\":true,\"contacts\":{}}|must be an array"
            })
    void whatIsNoEnvironmentNamesFieldAndRule(String field, String body, String rule) {
        var refused = registry.send("POST", "environments", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/" + field + "/0").asString()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "{\"name\":\"a\",\"production\":true,\"contacts\":[1e999]}"})
    void whatCannotBeKeptIsRefused(String body) {
        assertThat(registry.send("POST", "environments", body).text("error")).contains("must be a JSON object");
    }

    @Test
    void aNameIsTakenOnce() {
        var again = registry.send("POST", "environments", json(Map.of("name", environment.name(), "production", true)));
        var other = registry.newEnvironment();
        var renamed = registry.send(
                "PUT", "environments/" + other.uuid(), json(Map.of("name", environment.name(), "production", true)));

        assertThat(List.of(again, renamed)).extracting(ServiceAnswer::status).containsOnly(400);
    }

    @Test
    void versionsLinkToWhereTheyCanBeRecorded() {
        var version = registry.get("pacticipants/%s/versions/1", name).json();
        for (var relation : List.of("pb:record-deployment", "pb:record-release")) {
            var link = version.at("/_links/" + relation).values().stream()
                    .filter(each -> each.get("name").asString().equals(environment.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(registry.sendTo(link.get("href").asString(), "{}").status())
                    .isEqualTo(201);
        }
        var recorded = registry.get("pacticipants/%s/versions/1", name).json();
        assertThat(recorded.at("/_links/pb:deployed-environments/0/name").asString())
                .isEqualTo(environment.name());
        assertThat(recorded.at("/_links/pb:released-environments/0/name").asString())
                .isEqualTo(environment.name());
    }

    @Test
    void aDeploymentReplacesWhatTheInstanceRan() {
        registry.deploy(name, "1", environment, null);
        registry.deploy(name, "1", environment, "blue");
        var again = registry.deploy(name, "1", environment, "blue");
        var next = registry.deploy(name, "2", environment, "blue");

        assertThat(again.status()).isEqualTo(201);
        assertThat(deployed("")).containsExactly("2 blue", "1 ");
        assertThat(deployed("&applicationInstance=")).containsExactly("1 ");
        assertThat(deployed("&applicationInstance=blue")).containsExactly("2 blue");
        assertThat(registry.send("GET", again.header("Location"), null)
                        .json()
                        .get("currentlyDeployed")
                        .booleanValue())
                .isFalse();
        assertThat(next.text("/_embedded/environment/name")).isEqualTo(environment.name());
    }

    @Test
    void theSameVersionAgainIsTheSameDeployment() {
        var once = registry.deploy(name, "1", environment, null);

        assertThat(registry.deploy(name, "1", environment, null).text("uuid")).isEqualTo(once.text("uuid"));
    }

    @Test
    void whatIsUndeployedIsGoneAndStays() {
        var deployed = registry.deploy(name, "1", environment, "blue");

        var ended = patch(deployed, "{\"currentlyDeployed\":false}", MERGE_PATCH);
        var again = patch(deployed, "{\"currentlyDeployed\":false}", MERGE_PATCH);

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().get("currentlyDeployed").booleanValue()).isFalse();
        assertThat(again.body()).isEqualTo(ended.body());
        assertThat(deployed("")).isEmpty();
        assertThat(patch(deployed, "{\"currentlyDeployed\":true}", MERGE_PATCH).status())
                .isEqualTo(422);
        assertThat(patch(deployed, "{}", MERGE_PATCH).status()).isEqualTo(422);
        assertThat(patch(deployed, "{\"currentlyDeployed\":false}", "application/json")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void releasedVersionsAreSupportedSideBySideUntilTheirEnd() {
        var first = registry.release(name, "1", environment);
        assertThat(first.status()).isEqualTo(201);
        assertThat(registry.release(name, "1", environment).status()).isEqualTo(200);
        registry.release(name, "2", environment);
        assertThat(released()).containsExactly("2", "1");

        patch(first, "{\"currentlySupported\":false}", MERGE_PATCH);
        assertThat(released()).containsExactly("2");

        assertThat(registry.release(name, "1", environment).text("uuid")).isEqualTo(first.text("uuid"));
        assertThat(released()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aTagCalledLikeAnEnvironmentRecordsADeployment() {
        registry.put("pacticipants/%s/versions/1/tags/%s", name, environment.name());
        registry.put("pacticipants/%s/versions/2/tags/%s", name, environment.name());

        assertThat(deployed("")).containsExactly("2 ");
    }

    @Test
    void taggingAnEarlierVersionAgainRecordsThatItIsBack() {
        Stream.of("1", "2", "1")
                .forEach(version ->
                        registry.put("pacticipants/%s/versions/%s/tags/%s", name, version, environment.name()));

        assertThat(deployed("")).containsExactly("1 ");
    }

    @Test
    void publishingAnEarlierVersionAgainWithItsTagsChangesNothing() {
        Stream.of("1", "2", "1")
                .forEach(version -> registry.send(
                        "PUT",
                        Registry.at("pacticipants/%s/versions/%s", name, version),
                        json(Map.of("tags", List.of(environment.name())))));

        assertThat(deployed("")).containsExactly("2 ");
    }

    @Test
    void ofManyDeploymentsAtOnceOneIsWhatTheInstanceRuns() {
        var answers =
                AtOnce.call(12, number -> registry.deploy(name, String.valueOf(number % 3 + 1), environment, "blue"));

        assertThat(answers).extracting(ServiceAnswer::status).containsOnly(201);
        assertThat(deployed("")).hasSize(1);
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(registry.get("environments/x").status()).isEqualTo(404);
        assertThat(registry.get("deployed-versions/" + environment.uuid()).status())
                .isEqualTo(404);
        assertThat(registry.deploy(name, "99", environment, null).status()).isEqualTo(404);
        assertThat(registry.deploy(name, "1", new TestEnvironment("none", "x"), null)
                        .status())
                .isEqualTo(404);
    }

    private ServiceAnswer patch(ServiceAnswer recorded, String body, String type) {
        return registry.send("PATCH", recorded.text("/_links/self/href"), body, "Content-Type", type);
    }

    private List<String> deployed(String more) {
        var path = "environments/%s/deployed-versions/currently-deployed".formatted(environment.uuid());
        var versions = registry.get(path + Registry.at("?pacticipant=%s", name) + more)
                .json()
                .at("/_embedded/deployedVersions");
        return versions.values().stream()
                .map(each -> each.at("/_embedded/version/number").asString() + " "
                        + each.path("applicationInstance").asString(""))
                .toList();
    }

    private List<String> released() {
        var path = "environments/%s/released-versions/currently-supported".formatted(environment.uuid());
        var versions = registry.get(path).json().at("/_embedded/releasedVersions");
        return versions.values().stream()
                .map(each -> each.at("/_embedded/version/number").asString())
                .toList();
    }
}
