package dev.covenant.devstack.testing.contract;

import java.io.File;
import java.io.IOException;
import java.util.List;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerAuth;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerConsumerVersionSelectors;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactFolderLoader;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import au.com.dius.pact.provider.junitsupport.loader.SelectorBuilder;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.Revisions;
import dev.covenant.devstack.stack.Part;

/**
 * The contracts that a provider has to keep. Those of this tree, unless {@code -Dcontracts.registry} names a registry: then those of
 * the consumers' main branches, of their branches named like this one, and of all versions that are deployed or released. What the
 * provider never kept before is pending and fails nothing; on the main branch, so is what consumers work at on branches of their own.
 * {@code -Dcontracts.pact} names one contract of the registry, to be kept alone.
 *
 * <p>System properties: {@code contracts.registry}, {@code contracts.pact}, {@code contracts.wip.since} (a date),
 * {@code contracts.version.<provider>} and {@code pact.provider.branch} (of the provider). Credentials are in the environment, where Pact's own clients look for them:
 * {@code PACT_BROKER_USERNAME} and {@code PACT_BROKER_PASSWORD}, or {@code PACT_BROKER_TOKEN}.
 */
public final class ContractSource implements PactLoader {
    private static final String REGISTRY = "contracts.registry";
    private static final String PACT = "contracts.pact";
    private static final String PUBLISHES = "pact.verifier.publishResults";

    private final PactLoader loader;

    /** As Pact makes it. */
    ContractSource(Class<?> verification) {
        this.loader = isThisTree() ? new PactFolderLoader(new File(pacts())) : registry();
    }

    @Override
    public List<Pact> load(String provider) throws IOException {
        var version = System.getProperty("contracts.version." + provider);
        if (Boolean.getBoolean(PUBLISHES)) {
            // Again, now that it is built: what was changed since the command looked is in the server, and not in the
            // version.
            var revisions = new Revisions(Workspace.find(), System.getenv());
            revisions.requireClean();
            revisions.requireUnchanged(Part.serviceNamed(provider), version);
        }
        if (version != null) {
            System.setProperty("pact.provider.version", version);
        }
        return loader.load(provider);
    }

    @Override
    public PactSource getPactSource() {
        return loader.getPactSource();
    }

    @Override
    public String description() {
        return loader.description();
    }

    /** No registry is named. */
    static boolean isThisTree() {
        return System.getProperty(REGISTRY, "").isEmpty();
    }

    private static PactLoader registry() {
        var broker = new PactBrokerLoader(Registry.class.getAnnotation(PactBroker.class));
        broker.initLoader(Registry.class, null);
        var pact = System.getProperty(PACT, "");
        if (!pact.isEmpty()) {
            broker.overridePactUrl(pact, "");
        }
        return broker;
    }

    private static String pacts() {
        var folder = System.getProperty("pact.rootDir");
        if (folder == null) {
            throw new IllegalStateException("System property pact.rootDir is missing: run this test with ./mvnw verify"
                    + " (failsafe), or set it in your IDE to contracts/pacts");
        }
        return folder;
    }

    /** Holds for Pact what it reads from annotations. */
    @PactBroker(
            url = "${" + REGISTRY + "}",
            authentication =
                    @PactBrokerAuth(
                            username = "${PACT_BROKER_USERNAME:}",
                            password = "${PACT_BROKER_PASSWORD:}",
                            token = "${PACT_BROKER_TOKEN:}"),
            providerBranch = "${pact.provider.branch}",
            enablePendingPacts = "true",
            includeWipPactsSince = "${contracts.wip.since:}")
    public static final class Registry {
        private Registry() {}

        /** Which consumer versions matter. */
        @PactBrokerConsumerVersionSelectors
        public static SelectorBuilder selectors() {
            return new SelectorBuilder().mainBranch().matchingBranch().deployedOrReleased();
        }
    }
}
