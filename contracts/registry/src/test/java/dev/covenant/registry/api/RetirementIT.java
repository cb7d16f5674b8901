package dev.covenant.registry.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.openapi.Retirement;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** The check that a provider's build makes before something of its API goes, with this registry's answers. */
@RealServer(setup = RegistryUsers.class)
class RetirementIT {
    private final Registry registry;
    private final DeployingPair pair;
    private final Retirement retirement;

    @TempDir
    private Path contracts;

    RetirementIT(ServerUnderTest server) {
        registry = Registry.of(server);
        pair = DeployingPair.of(registry);
        retirement = Retirement.of(
                pair.provider(),
                Map.of(
                        "PACT_BROKER_BASE_URL", server.baseUri().toString(),
                        "PACT_BROKER_USERNAME", "reader",
                        "PACT_BROKER_PASSWORD", "see:it"));
    }

    /** {@code GET /old} is to go, {@code GET /new} stays. */
    @BeforeEach
    void keepADocument() throws IOException {
        Files.createDirectories(contracts.resolve("openapi"));
        Files.writeString(contracts.resolve("openapi").resolve(pair.provider() + "-v1.yaml"), """
                paths:
                  /old: {get: {deprecated: true}}
                  /new: {get: {summary: stays}}
                """);
    }

    @Test
    void namesTheDeployedConsumerThatStillNeedsWhatIsToGo() {
        deployProvider();
        pair.publish("1", "old");
        registry.deploy(pair.consumer(), "1", pair.environment(), null);

        assertThat(objections())
                .containsExactly("%s 1 in %s needs GET /old: \"old\""
                        .formatted(pair.consumer(), pair.environment().name()));
    }

    @Test
    void namesTheReleasedConsumerToo() {
        deployProvider();
        pair.publish("1", "old");
        registry.release(pair.consumer(), "1", pair.environment());

        assertThat(objections()).hasSize(1);
    }

    @Test
    void aRegistryThatKnowsNoDeploymentOfTheProviderCannotTell() {
        pair.publish("1", "new");
        registry.deploy(pair.consumer(), "1", pair.environment(), null);

        assertThat(objections())
                .singleElement()
                .asString()
                .contains("records no %s in any environment".formatted(pair.provider()));
        assertThat(retirement.deployed())
                .contains("%s 1 in %s"
                        .formatted(pair.consumer(), pair.environment().name()));
    }

    @Test
    void isSilentOnceAVersionWithoutThatNeedIsDeployed() {
        deployProvider();
        pair.publish("1", "old");
        pair.publish("2", "new");
        registry.deploy(pair.consumer(), "1", pair.environment(), null);
        registry.deploy(pair.consumer(), "2", pair.environment(), null);

        assertThat(objections()).isEmpty();
    }

    @Test
    void whatIsOnlyPublishedDoesNotCount() {
        deployProvider();
        pair.publish("1", "old");

        assertThat(objections()).isEmpty();
    }

    private void deployProvider() {
        registry.put("pacticipants/%s/branches/main/versions/1", pair.provider());
        registry.deploy(pair.provider(), "1", pair.environment(), null);
    }

    private List<String> objections() {
        return retirement.objectionsToRemovingWhatIsDeprecated(contracts);
    }
}
