package dev.covenant.devstack.testing.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.RequestResponseInteraction;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.Response;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;

/** On a provider that is not there: a state that it lacks is told before anybody would be asked. */
class ContractVerificationTest {
    private static final URI NOBODY = URI.create("http://localhost:1/");

    @Test
    void namesTheStateThatTheProviderLacksAndFails() throws IOException {
        var run = run(LacksTheState.class);
        assertThat(run.getTotalFailureCount()).isEqualTo(1);
        assertThat(told(LacksTheState.class))
                .containsOnlyOnce("BROKEN   kitchen does not keep what guest expects of it.")
                .contains("interaction  a request for tea")
                .contains("given        a full kettle")
                .contains("@State(\"a full kettle\")")
                .contains("Write a method with @State of the name that is given in kitchen");
    }

    @Test
    void namesTheStateOfAPendingContractAndFailsNothing() throws IOException {
        var run = run(MayLackTheState.class);
        assertThat(run.getTotalFailureCount()).isZero();
        assertThat(run.getTestsSucceededCount()).isEqualTo(1);
        assertThat(told(MayLackTheState.class))
                .containsOnlyOnce("PENDING  kitchen does not keep this contract of guest")
                .contains("@State(\"a full kettle\")");
    }

    @Test
    void saysWhyAStateCouldNotBeSet() throws IOException {
        run(FailsToSetTheState.class);
        assertThat(told(FailsToSetTheState.class))
                .contains("so           the provider's state failed: java.lang.IllegalStateException: no water");
    }

    private static TestExecutionSummary run(Class<? extends ContractVerification> verification) throws IOException {
        Files.createDirectories(build(verification));
        Files.deleteIfExists(report(verification));
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(verification))
                                .build(),
                        summary);
        return summary.getSummary();
    }

    private static String told(Class<?> verification) throws IOException {
        return Files.readString(report(verification));
    }

    private static Path report(Class<?> verification) {
        return build(verification).resolve("broken-contracts.txt");
    }

    private static Path build(Class<?> verification) {
        return Workspace.find().build("devstack").resolve("contract-verification/" + verification.getSimpleName());
    }

    @Provider("kitchen")
    @au.com.dius.pact.provider.junitsupport.loader.PactSource(OneContract.class)
    static class LacksTheState extends Kitchen {
        LacksTheState() {
            super(LacksTheState.class);
        }
    }

    @Provider("kitchen")
    @au.com.dius.pact.provider.junitsupport.loader.PactSource(OnePendingContract.class)
    static class MayLackTheState extends Kitchen {
        MayLackTheState() {
            super(MayLackTheState.class);
        }
    }

    @Provider("kitchen")
    @au.com.dius.pact.provider.junitsupport.loader.PactSource(OneContract.class)
    static class FailsToSetTheState extends Kitchen {
        FailsToSetTheState() {
            super(FailsToSetTheState.class);
        }

        @State("a full kettle")
        public void fill() {
            throw new IllegalStateException("no water");
        }
    }

    abstract static class Kitchen extends ContractVerification {
        Kitchen(Class<?> verification) {
            super(NOBODY, null, build(verification));
        }

        @Override
        protected Object states(String consumer) {
            return new Object();
        }
    }

    /** What a guest expects, in a state that is called "a full kettle". */
    public static class OneContract implements PactLoader {
        @Override
        public List<Pact> load(String provider) {
            var tea = new RequestResponseInteraction(
                    "a request for tea",
                    List.of(new ProviderState("a full kettle")),
                    new Request("GET", "/tea"),
                    new Response(200));
            return List.of(new RequestResponsePact(
                    new au.com.dius.pact.core.model.Provider(provider),
                    new Consumer("guest"),
                    List.of(tea),
                    Map.of(),
                    getPactSource()));
        }

        @Override
        public PactSource getPactSource() {
            return UnknownPactSource.INSTANCE;
        }
    }

    /** The same, as a registry gives it to a provider that never kept it. */
    public static final class OnePendingContract extends OneContract {
        @Override
        public PactSource getPactSource() {
            var result = new PactBrokerResult(
                    "Pact between guest (1a2b3c) and kitchen", "", "", List.of(), true, null, false, true, null);
            return new BrokerUrlSource("", "", Map.of(), Map.of(), null, result);
        }
    }
}
