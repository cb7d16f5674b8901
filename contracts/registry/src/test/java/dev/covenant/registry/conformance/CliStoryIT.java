package dev.covenant.registry.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

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
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.conformance.PactCli.Ran;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** One change after the other goes from a commit to production, with the official command line and pact-jvm. Each step follows the one before. */
@RealServer(setup = RegistryUsers.class)
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(CliStoryIT.NoContext.class)
@Provider(CliStoryIT.PROVIDER)
@PactBroker(
        url = "${registry.url}",
        authentication = @PactBrokerAuth(username = "keeper", password = "all"),
        providerBranch = "main",
        enablePendingPacts = "true",
        includeWipPactsSince = "2020-01-01")
class CliStoryIT {
    static final String PROVIDER = "Store of the story";

    private static final String CONSUMER = "Shop of the story";
    private static final String ENVIRONMENT = "story-" + UUID.randomUUID();
    private static final Map<String, String> PROPERTIES = Map.of(
            "pact.verifier.publishResults", "true",
            "pact.provider.version", "7",
            "pact.provider.branch", "main");

    @TempDir
    private static Path pacts;

    private static PactCli cli;
    private static TeaHouse provider;

    @BeforeAll
    static void cliAndProvider(ServerUnderTest server) {
        cli = PactCli.of(server);
        provider = TeaHouse.open();
        System.setProperty("registry.url", server.baseUri().toString());
        PROPERTIES.forEach(System::setProperty);
    }

    @AfterAll
    static void close() {
        PROPERTIES.keySet().forEach(System::clearProperty);
        if (provider != null) {
            provider.close();
        }
    }

    @PactBrokerConsumerVersionSelectors
    public static SelectorBuilder selectors() {
        return new SelectorBuilder().mainBranch().deployedOrReleased();
    }

    @BeforeEach
    void onTheProvider(PactVerificationContext context) {
        if (context != null) {
            context.setTarget(new HttpTestTarget("localhost", provider.port()));
        }
    }

    @Test
    @Order(1)
    void aContractIsPublishedAndMayNotBeDeployedBeforeAnybodyVerifiedIt() throws IOException {
        done(cli.broker("create-environment", "--name", ENVIRONMENT, "--production"));
        publish("1", "main", "tea");

        var refused = canIDeploy(CONSUMER, "1");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("no version is currently recorded as deployed/released");
    }

    @Test
    @Order(2)
    void somebodyBreaksIt() throws IOException {
        publish("2", "feat/wine", "tea", "wine");
    }

    @TestTemplate
    @Order(3)
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void theProviderVerifiesBoth(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @Test
    @Order(4)
    void whatIsVerifiedIsDeployedProviderFirst() {
        deploy(PROVIDER, "7");
        deploy(CONSUMER, "1");
    }

    @Test
    @Order(5)
    void theBreakingVersionIsRefusedWithTheReason() {
        var refused = canIDeploy(CONSUMER, "2");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output())
                .contains("The verification for the pact between version 2 of " + CONSUMER)
                .contains("failed");
    }

    @Test
    @Order(6)
    void aRollbackIsRecordedToo() throws IOException {
        publish("3", "main", "tea");
        deploy(CONSUMER, "3");
        assertThat(deployed()).contains("\"3\"").doesNotContain("\"1\"");

        deploy(CONSUMER, "1");

        assertThat(deployed()).contains("\"1\"").doesNotContain("\"3\"");
    }

    private static void publish(String version, String branch, String... descriptions) throws IOException {
        var file = pacts.resolve("pact-" + version + ".json");
        Files.writeString(file, Publications.pact(CONSUMER, PROVIDER, descriptions));
        var published =
                done(cli.broker("publish", file.toString(), "--consumer-app-version", version, "--branch", branch));
        assertThat(published.output()).contains("successfully published");
    }

    private static void deploy(String pacticipant, String version) {
        assertThat(done(canIDeploy(pacticipant, version)).output()).contains("Computer says yes");
        done(cli.broker(
                "record-deployment", "--pacticipant", pacticipant, "--version", version, "--environment", ENVIRONMENT));
    }

    private static Ran canIDeploy(String pacticipant, String version) {
        return cli.broker(
                "can-i-deploy", "--pacticipant", pacticipant, "--version", version, "--to-environment", ENVIRONMENT);
    }

    /** What the registry says of the consumer in the environment, as JSON. */
    private static String deployed() {
        return done(cli.broker(
                        "describe-version",
                        "--pacticipant",
                        CONSUMER,
                        "--environment",
                        ENVIRONMENT,
                        "--deployed",
                        "--output",
                        "json"))
                .output();
    }

    private static Ran done(Ran ran) {
        assertThat(ran.exit()).as(ran.output()).isZero();
        return ran;
    }

    /** pact-jvm gives a context to its own steps only. */
    static final class NoContext implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext step) {
            return parameter.getParameter().getType() == PactVerificationContext.class
                    && !step.getRequiredTestMethod().isAnnotationPresent(TestTemplate.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext step) {
            return null;
        }
    }
}
