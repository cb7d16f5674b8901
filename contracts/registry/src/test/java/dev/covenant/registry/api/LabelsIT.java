package dev.covenant.registry.api;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class LabelsIT {
    private final Registry registry;
    private final String shop = Registry.newName("Shop");
    private final String store = Registry.newName("Store");
    private final String label = Registry.newName("team a");

    LabelsIT(ServerUnderTest server) {
        registry = Registry.of(server);
    }

    @Test
    void eachLabelIsListedOnceWithTheWayToThoseThatHaveIt() {
        registry.put("pacticipants/%s/labels/%s", shop, label);
        registry.put("pacticipants/%s/labels/%s", store, label);

        var labels = registry.get("labels").json().at("/_embedded/labels").values().stream()
                .filter(each -> each.get("name").asString().equals(label))
                .toList();

        assertThat(labels).hasSize(1);
        var labelled =
                labels.getFirst().at("/_links/pb:pacticipants-with-label/href").asString();
        assertThat(registry.send("GET", labelled, null).json().at("/_embedded/pacticipants").values().stream()
                        .map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrder(shop, store);
    }

    @Test
    void aLabelIsAddedOnceAndTakenAwayOnce() {
        assertThat(registry.put("pacticipants/%s/labels/%s", shop, label).status())
                .isEqualTo(201);
        assertThat(registry.put("pacticipants/%s/labels/%s", shop, label).status())
                .isEqualTo(200);
        assertThat(registry.get("pacticipants/%s/labels/%s", shop, label).text("name"))
                .isEqualTo(label);
        assertThat(registry.delete("pacticipants/%s/labels/%s", shop, label).status())
                .isEqualTo(204);
        assertThat(registry.delete("pacticipants/%s/labels/%s", shop, label).status())
                .isEqualTo(404);
    }
}
