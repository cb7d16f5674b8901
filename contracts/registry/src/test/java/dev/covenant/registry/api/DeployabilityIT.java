package dev.covenant.registry.api;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.api.DeployingPair.q;
import static dev.covenant.registry.api.DeployingPair.verdict;
import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class DeployabilityIT {
    private final Registry registry;
    private final DeployingPair pair;

    DeployabilityIT(ServerUnderTest server) {
        this.registry = Registry.of(server);
        this.pair = DeployingPair.of(registry);
    }

    @Test
    void aConsumerNeedsItsProviderAndAProviderNotItsConsumer() {
        pair.publish("1", "tea");
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);

        assertThat(pair.toEnvironment(pair.provider(), "7")).isEqualTo("true 0/0/0 There are no missing dependencies");
        assertThat(pair.toEnvironment(pair.consumer(), "1"))
                .startsWith("null 0/0/1 There is no verified pact between version 1 of ")
                .endsWith("(no version is currently recorded as deployed/released in this environment)");
        registry.deploy(pair.provider(), "7", pair.environment(), null);
        assertThat(pair.toEnvironment(pair.consumer(), "1"))
                .isEqualTo("true 1/0/0 All required verification results are published and successful");
    }

    @Test
    void theLatestResultDecides() {
        pair.publish("1", "tea");
        registry.deploy(pair.provider(), pair.versionVerifying("7", true), pair.environment(), null);
        registry.verify(pair.consumer(), "1", pair.provider(), "7", false);
        assertThat(pair.toEnvironment(pair.consumer(), "1"))
                .isEqualTo(
                        "false 0/1/0 The verification for the pact between version 1 of %s and the version of %s currently in %s (7) failed"
                                .formatted(
                                        pair.consumer(),
                                        pair.provider(),
                                        pair.environment().name()));
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);
        assertThat(pair.toEnvironment(pair.consumer(), "1")).startsWith("true");
    }

    @Test
    void aNewVersionThatSaysTheSameIsVerifiedAtOnce() {
        pair.publish("1", "tea");
        registry.deploy(pair.provider(), pair.versionVerifying("7", true), pair.environment(), null);

        pair.publish("2", "tea");
        pair.publish("3", "tea", "milk");

        assertThat(pair.toEnvironment(pair.consumer(), "2")).startsWith("true");
        assertThat(pair.toEnvironment(pair.consumer(), "3")).startsWith("null");
    }

    /** The official Broker looks at the last 100 rows only, and then says yes. */
    @Test
    void theOldestOf120DeployedConsumersSaysNo() {
        IntStream.range(0, 120).forEach(number -> {
            var name = pair.consumer() + " " + number;
            registry.publish(name, "1", pair.provider(), pact(name, pair.provider(), "tea " + number));
            registry.deploy(name, "1", pair.environment(), null);
            registry.verify(name, "1", pair.provider(), "7", number > 0);
        });

        for (var latestBy : new String[] {"cvpv", "cvp", "cp"}) {
            var answer = pair.matrix(pair.toEnvironmentQuery(pair.provider(), "7", latestBy));
            assertThat(verdict(answer)).startsWith("false 119/1/0 The verification for the pact between");
            assertThat(answer.json().get("matrix").size()).isEqualTo(120);
        }
        var limited = pair.matrix(pair.toEnvironmentQuery(pair.provider(), "7", "cvp") + "&limit=1");
        assertThat(verdict(limited)).startsWith("false 119/1/0");
        assertThat(limited.json().at("/matrix/0/verificationResult/success").booleanValue())
                .isFalse();
        assertThat(limited.json().get("matrix").size()).isEqualTo(1);
        assertThat(pair.canIDeploy("environment=" + pair.environment().name(), pair.provider(), "7"))
                .startsWith("false 119/1/0");
    }

    /** Clients that ask for the latest provider version only ({@code latestby=cvp}) get a yes from the official Broker. */
    @ParameterizedTest
    @ValueSource(strings = {"cvpv", "cvp", "cp"})
    void eachOfTwoDeployedProviderVersionsMustKeepTheContract(String latestBy) {
        pair.publish("1", "tea");
        registry.verify(pair.consumer(), "1", pair.provider(), "6", false);
        registry.verify(pair.consumer(), "1", pair.provider(), "7", true);
        registry.deploy(pair.provider(), "6", pair.environment(), "blue");
        registry.deploy(pair.provider(), "7", pair.environment(), "green");

        assertThat(verdict(pair.matrix(pair.toEnvironmentQuery(pair.consumer(), "1", latestBy))))
                .startsWith("false 1/1/0");
        assertThat(pair.canIDeploy("environment=" + pair.environment().name(), pair.consumer(), "1"))
                .startsWith("false 1/1/0");
    }

    @Test
    void ofTwoDeployedProviderVersionsTheOneWithoutAResultIsUnknown() {
        pair.publish("1", "tea");
        registry.deploy(pair.provider(), pair.versionVerifying("7", true), pair.environment(), "green");
        registry.put("pacticipants/%s/versions/6", pair.provider());
        registry.deploy(pair.provider(), "6", pair.environment(), "blue");

        var answer = pair.matrix(pair.toEnvironmentQuery(pair.consumer(), "1", "cvp"));

        assertThat(verdict(answer))
                .startsWith(
                        "null 1/0/1 There is no verified pact between version 1 of %s and one of the versions of %s currently in %s (6)"
                                .formatted(
                                        pair.consumer(),
                                        pair.provider(),
                                        pair.environment().name()));
        assertThat(answer.text("/matrix/1/provider/version/number")).isEqualTo("6");
        assertThat(answer.json().at("/matrix/1/verificationResult").isNull()).isTrue();
    }

    @Test
    void everyReleasedConsumerVersionCountsUntilItsSupportEnds() {
        pair.publish("1", "tea");
        pair.publish("2", "milk");
        registry.verify(pair.consumer(), "1", pair.provider(), "7", false);
        registry.verify(pair.consumer(), "2", pair.provider(), "7", true);
        var released = registry.release(pair.consumer(), "1", pair.environment());
        registry.release(pair.consumer(), "2", pair.environment());
        assertThat(pair.toEnvironment(pair.provider(), "7")).startsWith("false 1/1/0");

        registry.send(
                "PATCH",
                released.text("/_links/self/href"),
                "{\"currentlySupported\":false}",
                "Content-Type",
                "application/merge-patch+json");

        assertThat(pair.toEnvironment(pair.provider(), "7")).startsWith("true 1/0/0");
    }

    @Test
    void aVersionThatDoesNotExistCannotBeDeployed() {
        pair.publish("1", "tea");

        assertThat(pair.toEnvironment(pair.provider(), "99"))
                .isEqualTo("false 0/0/0 No pacts or verifications have been published for version 99 of "
                        + pair.provider());
        assertThat(verdict(pair.matrix(q(pair.consumer(), "branch=none") + "&latestby=cvpv")))
                .startsWith("false")
                .endsWith("No version from branch none exists for " + pair.consumer());
    }
}
