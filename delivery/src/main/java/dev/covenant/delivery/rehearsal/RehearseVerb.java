package dev.covenant.delivery.rehearsal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.covenant.delivery.local.Keeping;
import dev.covenant.delivery.local.LocalEnvironment;
import dev.covenant.delivery.packages.PackageBuild;
import dev.covenant.delivery.packages.Packages;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.cli.Build;
import dev.covenant.devstack.cli.ConsoleProgress;
import dev.covenant.devstack.cli.Verb;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;
import dev.covenant.devstack.stack.StackPorts;

/** {@code covenant rehearse}. */
@Command(
        name = "rehearse",
        description = {
            "Proves deployments on this machine: an environment and a registry of its own, orders at a steady rate, and meanwhile every service"
                    + " is deployed and rolled back, one of them with a migration; bad versions are refused; deployers are killed.",
            "Takes seven minutes, with --kills a quarter of an hour. Leaves nothing behind but logs."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no order failed, and all was as it should be", "1:something was not", "2:wrong usage"})
public final class RehearseVerb implements Verb {
    private static final String NAME = "rehearsal";
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f");

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", description = "Kill deployers in the middle of each step, too; with one replica each.")
    private boolean kills;

    @Option(names = "--replicas", description = "Of each service. Default: ${DEFAULT-VALUE}.")
    private int replicas = 1;

    @Override
    public Integer call() {
        if (replicas < 1 || kills && replicas > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--replicas: at least 1, and with --kills no more: steps come once for each");
        }
        var workspace = Workspace.find();
        var packages = new Packages(workspace.kept().resolve("packages"));
        var environment = new LocalEnvironment(workspace, NAME);
        LocalEnvironment.SERVICES.forEach(service -> Variants.deleteLeftOvers(packages, service, LETTERS));
        Rehearsal.clean(environment);
        var releases = built(workspace, packages);
        environment.size(replicas);
        try (var lifetime = new Lifetime();
                var variants = new Variants(packages)) {
            var registry = registry(workspace, lifetime);
            lifetime.own(() -> new Keeping(environment).stop());
            new Keeping(environment).start();
            return rehearsal(environment, packages, releases, variants, registry, lifetime)
                            .run(kills)
                    ? 0
                    : 1;
        }
    }

    private Rehearsal rehearsal(
            LocalEnvironment environment,
            Packages packages,
            Map<Part, Release> releases,
            Variants variants,
            Stack registry,
            Lifetime lifetime) {
        var workspace = environment.workspace();
        var address = RegistryAddress.local(registry.ports().url(Part.REGISTRY));
        var logs = workspace.kept().resolve("rehearsal");
        Directories.delete(logs);
        return new Rehearsal(
                environment,
                packages,
                releases,
                variants,
                new Contracts(address, workspace.root().resolve("contracts/pacts")),
                new Deployer(address.environment(), logs, lifetime),
                spec.commandLine().getOut());
    }

    private Map<Part, Release> built(Workspace workspace, Packages packages) {
        var out = spec.commandLine().getOut();
        new Build(workspace).refresh(EnumSet.of(Part.REGISTRY), out);
        var builds = new PackageBuild(workspace, packages);
        var releases = new EnumMap<Part, Release>(Part.class);
        LocalEnvironment.SERVICES.forEach(service -> new ConsoleProgress(out)
                .step("package " + service, () -> releases.put(service, builds.build(service))));
        return releases;
    }

    private Stack registry(Workspace workspace, Lifetime lifetime) {
        var directory = new StackDirectory(workspace.kept().resolve("rehearsal-registry"));
        Directories.delete(directory.root());
        var plan = new StackPlan(workspace, StackPorts.free(), directory, false, Set.of(), Map.of());
        return Stack.start(
                plan,
                Set.of(Part.REGISTRY),
                Set.of(),
                new ConsoleProgress(spec.commandLine().getOut()),
                lifetime);
    }
}
