package dev.covenant.devstack.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.issuer.SigningKey;
import dev.covenant.devstack.observe.Observation;

/**
 * Which stack to run.
 *
 * @param ports where its parts listen
 * @param directory where it keeps its things
 * @param kept whether data outlives the run, durably, and the demo data is there; otherwise a throw-away for tests
 * @param proxied the links that go through a proxy, for faults on purpose
 * @param settings what services read from their environment beside the addresses of the others
 */
public record StackPlan(
        Workspace workspace,
        StackPorts ports,
        StackDirectory directory,
        boolean kept,
        Set<Link> proxied,
        Map<Part, Map<String, String>> settings) {

    public StackPlan {
        proxied = Set.copyOf(proxied);
        settings = Map.copyOf(settings);
    }

    /** For people: data is kept, nothing is between the parts; observed when this run has observers. */
    public static StackPlan local(Workspace workspace, StackPorts ports, StackDirectory directory) {
        var settings = new LocalSettings(workspace, Observation.read(directory.run())).all();
        return new StackPlan(workspace, ports, directory, true, Set.of(), settings);
    }

    /** For tests: a throw-away on free ports with a proxy on every link. */
    public static StackPlan underTest(
            Workspace workspace, StackDirectory directory, Map<Part, Map<String, String>> settings) {
        return new StackPlan(workspace, StackPorts.free(), directory, false, Link.all(), settings);
    }

    /** For measuring: durable on free ports, nothing is between the parts, every setting has its default. */
    public static StackPlan measured(Workspace workspace, StackDirectory directory) {
        return new StackPlan(workspace, StackPorts.free(), directory, true, Set.of(), Map.of());
    }

    /**
     * With which its issuer signs. A throw-away has that of all tests in this tree: to make one takes seconds, and on a machine where much else
     * starts once took a minute.
     */
    Path signingKey() {
        return kept ? directory.signingKey() : SigningKey.ofTests(workspace);
    }
}
