package dev.covenant.devstack.contracts;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

/** What a team does with the contracts of a checkout and one registry. Nothing is published of what is not committed. */
public final class Contracts {
    private final ContractTree tree;
    private final Revisions revisions;
    private final ContractBuild build;
    private final PactCli cli;
    private final RegistryClient registry;

    public Contracts(Workspace workspace, RegistryAddress registry) {
        this(workspace, registry, new Revisions(workspace, System.getenv()), List.of());
    }

    /** @param maven options for each run of Maven */
    public Contracts(Workspace workspace, RegistryAddress registry, Revisions revisions, List<String> maven) {
        this.tree = new ContractTree(workspace);
        this.revisions = revisions;
        this.build = new ContractBuild(workspace, registry, maven, Clock.systemUTC());
        this.cli = new PactCli(workspace, registry);
        this.registry = new RegistryClient(registry);
    }

    /** Runs the tests of consumers, so that their contracts are those of this commit. */
    public void write(Collection<Part> consumers) {
        revisions.requireClean();
        registry.requireThere();
        build.writeContracts(consumers);
        // What the tests wrote has to be what is committed.
        revisions.requireClean();
    }

    /** Runs the tests of consumers whose author is about to commit what they write. */
    public void rewrite(Collection<Part> consumers) {
        build.writeContracts(consumers);
    }

    /** Publishes what the tests wrote last. */
    public void publish(Part consumer) {
        revisions.requireClean();
        var contracts = tree.contractsOf(consumer);
        if (contracts.isEmpty()) {
            throw new DevstackException(consumer + " expects nothing of anybody: it has no contract to publish.");
        }
        build.publish(revisions.of(consumer), consumer, contracts);
    }

    /** Has providers verify what the registry has for them, and publishes what comes of it. */
    public Verified verify(Collection<Part> providers) {
        revisions.requireClean();
        registry.requireThere();
        return build.verify(of(providers), "");
    }

    /**
     * Has a provider verify one contract, whether or not it is pending.
     *
     * @param pact its address in the registry
     * @throws DevstackException when it is anywhere else: credentials go to the registry only
     */
    public Verified verify(Part provider, String pact) {
        if (!pact.startsWith(registry.registry().url() + "/")) {
            throw new DevstackException(
                    "\"%s\" is no contract of the registry %s.".formatted(pact, registry.registry()));
        }
        revisions.requireClean();
        registry.requireThere();
        return build.verify(List.of(revisions.of(provider)), pact);
    }

    /**
     * Asks whether services may be deployed, all at once, to what is in an environment. About what is not committed the registry knows
     * nothing: its answer would be that of the commit before.
     *
     * @param out gets the answer with its reasons
     */
    public boolean canIDeploy(Collection<Part> services, String environment, PrintWriter out) {
        revisions.requireClean();
        var arguments = new ArrayList<>(List.of("can-i-deploy"));
        services.forEach(service ->
                arguments.addAll(List.of("--pacticipant", service.id(), "--version", revisions.commit(service))));
        arguments.addAll(List.of("--to-environment", environment));
        return cli.run(arguments, out) == 0;
    }

    /** Records that a service's version is what runs in an environment now. @return that version */
    public String record(Part service, String environment) {
        revisions.requireClean();
        var version = revisions.commit(service);
        done(List.of(
                "record-deployment",
                "--pacticipant",
                service.id(),
                "--version",
                version,
                "--environment",
                environment));
        return version;
    }

    /** Makes an environment, unless there is one of that name. */
    public void ensureEnvironment(String name) {
        var known = JsonMapper.shared().readTree(done(List.of("list-environments", "--output", "json")));
        var isKnown = known.findValuesAsString("name").contains(name);
        if (!isKnown) {
            done(List.of("create-environment", "--name", name, "--display-name", name));
        }
    }

    /** How the versions of services in this checkout fit each other. */
    public Matrix matrix(Collection<Part> services) {
        return Matrix.of(of(services), registry);
    }

    /** The versions of this checkout. */
    public List<Revision> of(Collection<Part> services) {
        return services.stream().map(revisions::of).toList();
    }

    private String done(List<String> arguments) {
        var said = new StringWriter();
        if (cli.run(arguments, new PrintWriter(said)) != 0) {
            throw new DevstackException("The registry %s did not do it (pact broker %s):%n%s"
                    .formatted(
                            registry.registry(),
                            arguments.getFirst(),
                            said.toString().strip()));
        }
        return said.toString();
    }
}
