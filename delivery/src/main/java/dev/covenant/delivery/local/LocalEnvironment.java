package dev.covenant.delivery.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.covenant.delivery.edge.EdgeConfig;
import dev.covenant.delivery.edge.EdgeLimits;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.issuer.SigningKey;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.stack.Launches;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;

/**
 * An environment of this checkout, as it lies on disk: PostgreSQL, issuer, provider and edge of its own, and the replicas of each service.
 * All environments share the registry.
 */
public final class LocalEnvironment {
    /** What can be deployed to one. */
    public static final Set<Part> SERVICES = EnumSet.of(Part.ORDERS, Part.INVENTORY, Part.PAYMENTS);

    /** One slot must be free for the replica that comes. */
    public static final int MOST_REPLICAS = EnvironmentPorts.SLOTS - 1;

    private static final int USUAL_REPLICAS = 2;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    private final Workspace workspace;
    private final String name;
    private final Path root;

    /** @throws DevstackException when that is no name for an environment */
    public LocalEnvironment(Workspace workspace, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DevstackException(
                    "\"%s\" is no name for an environment: small letters, digits and dashes, at most 20, such as staging or production."
                            .formatted(name));
        }
        this.workspace = workspace;
        this.name = name;
        this.root = all(workspace).resolve(name);
    }

    /** The names of those that were ever started. */
    public static List<String> names(Workspace workspace) {
        var all = all(workspace);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (var children = Files.list(all)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(all, e.getMessage()), e);
        }
    }

    public String name() {
        return name;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Where its databases, issuer and provider keep their things. */
    public StackDirectory stack() {
        return new StackDirectory(root);
    }

    public Path edge() {
        return root.resolve("edge");
    }

    /** Where it stands with each service. */
    public Path standings() {
        return root.resolve("deployments");
    }

    /** What its keeper says. */
    Path log() {
        return root.resolve("keeper.log");
    }

    /** There while it is up. */
    Path upMark() {
        return root.resolve("up");
    }

    Path replicas() {
        return root.resolve("replicas");
    }

    /** How many replicas of each service there are to be, from now on. */
    public void size(int replicas) {
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new DevstackException("%d replicas cannot be had: from 1 to %d.".formatted(replicas, MOST_REPLICAS));
        }
        try {
            Files.createDirectories(root);
            Files.writeString(root.resolve("size"), Integer.toString(replicas));
        } catch (IOException e) {
            throw new DevstackException("Cannot write to %s: %s".formatted(root, e.getMessage()), e);
        }
    }

    int size() {
        var file = root.resolve("size");
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file)) : USUAL_REPLICAS;
        } catch (IOException | NumberFormatException e) {
            throw new DevstackException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    EnvironmentPorts ports() {
        return EnvironmentPorts.kept(
                root.resolve("ports"),
                names(workspace).stream()
                        .filter(other -> !other.equals(name))
                        .map(other -> all(workspace).resolve(other).resolve("ports"))
                        .toList());
    }

    /** Where clients find it. */
    public String entry() {
        return "https://localhost:" + ports().entry();
    }

    /** Services call each other through the edge, so that all replicas share their load. */
    StackPlan plan() {
        var inside = "http://localhost:" + ports().inside();
        var settings = new EnumMap<Part, Map<String, String>>(Part.class);
        SERVICES.forEach(service -> settings.put(service, new HashMap<>(Map.of("TRUSTED_PROXIES", "127\\.0\\.0\\.1"))));
        settings.get(Part.ORDERS).putAll(Map.of("INVENTORY_URL", inside, "PAYMENTS_URL", inside));
        settings.get(Part.PAYMENTS).put("ORDERS_URL", inside);
        return new StackPlan(workspace, ports().stack(), stack(), true, Set.of(), settings);
    }

    Launches launches() {
        return new Launches(plan());
    }

    /** Makes tokens that its services accept. */
    public TokenMint tokens() {
        return new TokenMint(SigningKey.kept(stack().signingKey()), issuer(), Clock.systemUTC());
    }

    /** The processes that serve now. */
    public Map<Part, List<Long>> pids() {
        var pids = new EnumMap<Part, List<Long>>(Part.class);
        SERVICES.forEach(service -> pids.put(
                service,
                LocalTarget.fleet(this, service).serving().stream()
                        .map(replica -> replica.process().pid())
                        .toList()));
        return pids;
    }

    IssuerAddress issuer() {
        return new IssuerAddress(ports().stack().of(Part.ISSUER));
    }

    EdgeConfig edgeConfig() {
        var ports = ports();
        return new EdgeConfig(
                edge(),
                ports.entry(),
                ports.inside(),
                ports.metrics(),
                issuer().issuer(),
                ports.slots(),
                EdgeLimits.USUAL);
    }

    Path edgeTemplate() {
        return workspace.root().resolve("delivery/edge/haproxy.cfg");
    }

    /** @throws DevstackException when it is not up, saying how to start it */
    public void requireUp() {
        if (!new Keeping(this).isUp()) {
            throw new DevstackException(
                    "The environment %1$s is not up. Start it: ./covenant environment up %1$s".formatted(name));
        }
    }

    private static Path all(Workspace workspace) {
        return workspace.kept().resolve("environments");
    }

    @Override
    public String toString() {
        return name;
    }
}
