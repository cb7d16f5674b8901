package dev.covenant.delivery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.covenant.delivery.gate.HttpRegistry;
import dev.covenant.delivery.gate.Registry;
import dev.covenant.delivery.kubernetes.ClusterTarget;
import dev.covenant.delivery.kubernetes.Kubectl;
import dev.covenant.delivery.local.FleetLimits;
import dev.covenant.delivery.local.LocalEnvironment;
import dev.covenant.delivery.local.LocalTarget;
import dev.covenant.delivery.packages.Packages;
import dev.covenant.delivery.rollout.Deployment;
import dev.covenant.delivery.rollout.Resumption;
import dev.covenant.delivery.rollout.StandingFiles;
import dev.covenant.delivery.rollout.Target;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.contracts.Revisions;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackLock;
import dev.covenant.devstack.stack.StackPorts;

/**
 * What the verbs ship with.
 *
 * @param workspace this checkout; what it keeps is shared by all checkouts that {@code COVENANT_HOME} is said to
 */
record Shipping(Workspace workspace, Packages packages) {
    private static final String HOME = "COVENANT_HOME";

    static Shipping here() {
        var workspace = shared(Workspace.find(), System.getenv());
        return new Shipping(workspace, new Packages(workspace.kept().resolve("packages")));
    }

    /** Packages, environments, where they stand and who is at it: whoever deploys to the same environments has to find the same. */
    static Workspace shared(Workspace checkout, Map<String, String> settings) {
        var home = settings.getOrDefault(HOME, "");
        if (home.isBlank()) {
            return checkout;
        }
        if (!Path.of(home).isAbsolute()) {
            throw new DevstackException(
                    "%s is \"%s\": every checkout would have another. Name it from the root.".formatted(HOME, home));
        }
        return new Workspace(checkout.root(), Path.of(home).normalize());
    }

    Revisions revisions() {
        return new Revisions(workspace, System.getenv());
    }

    /** @throws DevstackException when it is unknown, with what to do */
    String branch(Part service) {
        return revisions().of(service).branch();
    }

    LocalEnvironment environment(String name) {
        return new LocalEnvironment(workspace, name);
    }

    /** @throws DevstackException when the service is not one of those that are deployed */
    Part deployable(String name) {
        var service = Part.serviceNamed(name);
        if (!LocalEnvironment.SERVICES.contains(service)) {
            throw new DevstackException(
                    "%s is not deployed to environments: all of them share one.".formatted(service));
        }
        return service;
    }

    /**
     * The one that the environment names, else that of the stack on this machine.
     *
     * @param ignored see {@link HttpRegistry}
     */
    HttpRegistry registry(String... ignored) {
        return new HttpRegistry(
                RegistryAddress.of("", System.getenv(), () -> RegistryAddress.local(localRegistry())),
                List.of(ignored));
    }

    private String localRegistry() {
        var stack = new StackDirectory(new Workspace(workspace.root()).kept());
        return StackLock.holder(stack)
                .flatMap(_ -> StackPorts.read(stack))
                .map(ports -> ports.url(Part.REGISTRY))
                .orElseThrow(
                        () -> new DevstackException(
                                "Which registry? Start the local one with ./covenant up, or name another: PACT_BROKER_BASE_URL."));
    }

    /** Where the options say. */
    Deployment deployment(Part service, RolloutOptions options, Registry registry) {
        return options.images()
                .map(images -> deployment(
                        service, cluster(service, options.environment(), images), registry, clusterStandings(options)))
                .orElseGet(() -> deployment(service, environment(options.environment()), registry, options.limits()));
    }

    Resumption resumption(Part service, LocalEnvironment environment) {
        return new Resumption(
                new LocalTarget(environment, FleetLimits.USUAL),
                new StandingFiles(environment.standings(), Clock.systemUTC()),
                version -> packages.get(service, version),
                service);
    }

    private Deployment deployment(Part service, LocalEnvironment environment, Registry registry, FleetLimits limits) {
        environment.requireUp();
        return deployment(service, new LocalTarget(environment, limits), registry, environment.standings());
    }

    private Deployment deployment(Part service, Target target, Registry registry, Path standings) {
        var clock = Clock.systemUTC();
        return new Deployment(
                registry,
                target,
                new StandingFiles(standings, clock),
                version -> packages.get(service, version),
                service,
                clock);
    }

    /** @throws DevstackException when there is no such overlay: a name that is misspelt is no environment yet */
    private ClusterTarget cluster(Part service, String environment, String images) {
        var manifests = workspace.root().resolve("delivery/kubernetes");
        var overlay = manifests
                .resolve(service.id())
                .resolve("overlays")
                .resolve(environment(environment).name());
        if (!Files.isDirectory(overlay)) {
            throw new DevstackException("There is no environment %s for %s: %s is not there"
                    .formatted(environment, service, workspace.root().relativize(overlay)));
        }
        return new ClusterTarget(new Kubectl("kubectl"), manifests, environment, images);
    }

    /** On this machine: a cluster is deployed to from one place. */
    private Path clusterStandings(RolloutOptions options) {
        return workspace.kept().resolve("clusters").resolve(options.environment());
    }
}
