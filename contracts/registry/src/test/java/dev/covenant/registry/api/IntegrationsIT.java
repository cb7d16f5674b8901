package dev.covenant.registry.api;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class IntegrationsIT {
    private final ServerUnderTest server;
    private final Registry registry;
    private final DeployingPair pair;

    IntegrationsIT(ServerUnderTest server) {
        this.server = server;
        registry = Registry.of(server);
        pair = DeployingPair.of(registry);
    }

    @BeforeEach
    void aFailedContract() {
        pair.publish("1", "tea");
        pair.versionVerifying("7", false);
    }

    @Test
    void theListTellsWhatCameOfTheLatestContract() {
        assertThat(status()).isEqualTo("failed");
        pair.versionVerifying("8", true);
        assertThat(status()).isEqualTo("success");
        pair.publish("2", "tea", "coffee");
        assertThat(status()).isEqualTo("never");
    }

    @Test
    void deletingOneForgetsItsContractsAndResultsButNoVersionAndNoOtherPair() {
        var other = new DeployingPair(registry, pair.environment(), Registry.newName("Café"), pair.provider());
        other.publish("1", "tea");
        registry.deploy(pair.consumer(), "1", pair.environment(), null);
        assertThat(pair.toEnvironment(pair.provider(), "7")).startsWith("false");

        assertThat(delete(registry)).isEqualTo(204);

        assertThat(registry.pact(pair.consumer(), "1", pair.provider()).status())
                .isEqualTo(404);
        assertThat(pair.toEnvironment(pair.provider(), "7")).startsWith("true 0/0/0");
        for (var version : Map.of(pair.consumer(), "1", pair.provider(), "7").entrySet()) {
            assertThat(registry.get("pacticipants/%s/versions/%s", version.getKey(), version.getValue())
                            .status())
                    .isEqualTo(200);
        }
        assertThat(listed(pair)).isEmpty();
        assertThat(listed(other)).hasSize(1);
        assertThat(registry.pact(other.consumer(), "1", other.provider()).status())
                .isEqualTo(200);
    }

    @Test
    void whatWasDeletedIsPublishedAnewAsIfForTheFirstTime() {
        delete(registry);
        pair.publish("1", "coffee");

        assertThat(status()).isEqualTo("never");
    }

    @Test
    void deletingAllLeavesNone() {
        assertThat(registry.delete("integrations").status()).isEqualTo(204);

        assertThat(registry.get("integrations").json().at("/_embedded/integrations"))
                .isEmpty();
    }

    @Test
    void onlyWhoAdministersMayDelete() {
        var writer = Registry.of(server, "publisher:tell");

        assertThat(delete(writer)).isEqualTo(403);
        assertThat(writer.delete("integrations").status()).isEqualTo(403);
        assertThat(listed(pair)).hasSize(1);
    }

    @Test
    void whoIsNotKnownHasNone() {
        assertThat(registry.delete("integrations/provider/%s/consumer/%s", pair.provider(), Registry.newName("Nobody"))
                        .status())
                .isEqualTo(404);
    }

    private int delete(Registry by) {
        return by.delete("integrations/provider/%s/consumer/%s", pair.provider(), pair.consumer())
                .status();
    }

    private String status() {
        return listed(pair).getFirst().get("verificationStatus").asString();
    }

    private List<JsonNode> listed(DeployingPair one) {
        return registry.get("integrations").json().at("/_embedded/integrations").values().stream()
                .filter(each -> each.at("/consumer/name").asString().equals(one.consumer())
                        && each.at("/provider/name").asString().equals(one.provider()))
                .toList();
    }
}
