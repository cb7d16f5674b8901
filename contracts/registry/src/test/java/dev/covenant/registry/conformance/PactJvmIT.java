package dev.covenant.registry.conformance;

import java.util.Map;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerAuth;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerConsumerVersionSelectors;
import au.com.dius.pact.provider.junitsupport.loader.SelectorBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * pact-jvm verifies a provider with contracts from the registry, and publishes what came of it. The provider keeps what the consumer's main
 * branch says, and not yet what a feature branch says: work in progress, which does not fail the build.
 */
@RealServer(setup = RegistryUsers.class)
@Provider(PactJvmIT.PROVIDER)
@PactBroker(
        url = "${registry.url}",
        authentication = @PactBrokerAuth(username = "keeper", password = "all"),
        providerBranch = "main",
        enablePendingPacts = "true",
        includeWipPactsSince = "2020-01-01")
class PactJvmIT {
    static final String PROVIDER = "Store verified by pact-jvm";

    private static final Map<String, String> PROPERTIES = Map.of(
            "pact.verifier.publishResults", "true",
            "pact.provider.version", "7",
            "pact.provider.branch", "main");

    private static final String CONSUMER = "Shop verified by pact-jvm";
    private static Registry registry;
    private static TeaHouse provider;

    @PactBrokerConsumerVersionSelectors
    public static SelectorBuilder selectors() {
        return new SelectorBuilder().mainBranch().deployedOrReleased();
    }

    @BeforeAll
    static void contractsAndProvider(ServerUnderTest server) {
        registry = Registry.of(server);
        registry.delete("pacticipants/%s", CONSUMER);
        registry.delete("pacticipants/%s", PROVIDER);
        registry.publish(CONSUMER, "1", PROVIDER, pact(CONSUMER, PROVIDER, "tea"), Map.of("branch", "main"));
        registry.publish(CONSUMER, "2", PROVIDER, pact(CONSUMER, PROVIDER, "wine"), Map.of("branch", "feat/wine"));
        provider = TeaHouse.open();
        System.setProperty("registry.url", server.baseUri().toString());
        PROPERTIES.forEach(System::setProperty);
    }

    @BeforeEach
    void onTheProvider(PactVerificationContext context) {
        context.setTarget(new HttpTestTarget("localhost", provider.port()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void verifies(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @AfterAll
    static void whatCameOfItIsKnown() {
        provider.close();
        PROPERTIES.keySet().forEach(System::clearProperty);
        assertThat(latestSuccess("1")).isEqualTo("true");
        assertThat(latestSuccess("2")).isEqualTo("false");
        assertThat(registry.get("pacticipants/%s/branches/main/versions/7", PROVIDER)
                        .status())
                .isEqualTo(200);
        var stillInProgress = registry.send(
                "POST",
                Registry.at("pacts/provider/%s/for-verification", PROVIDER),
                "{\"providerVersionBranch\":\"main\",\"includeWipPactsSince\":\"2020-01-01\","
                        + "\"consumerVersionSelectors\":[{\"mainBranch\":true}]}");
        assertThat(stillInProgress.text("/_embedded/pacts/0/verificationProperties/pending"))
                .isEqualTo("false");
        assertThat(stillInProgress.text("/_embedded/pacts/1/verificationProperties/wip"))
                .isEqualTo("true");
    }

    private static String latestSuccess(String version) {
        var link = registry.pact(CONSUMER, version, PROVIDER).text("/_links/pb:latest-verification-results/href");
        return registry.send("GET", link, null).text("success");
    }
}
