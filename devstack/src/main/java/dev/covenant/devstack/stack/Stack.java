package dev.covenant.devstack.stack;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

import dev.covenant.audit.Books;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.issuer.SigningKey;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.postgres.OwnerPool;
import dev.covenant.devstack.postgres.Postgres;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.Server;

/** A running stack. It stops, services first and PostgreSQL last, when it is closed or when this JVM ends. */
public final class Stack implements AutoCloseable {
    private final StackPlan plan;
    private final Progress progress;
    private final StackSecrets secrets;
    private final Links links;
    private final Launches launches;
    private final ProcessRecords records;
    private final Processes processes;
    private final Lifetime lifetime;
    private final Map<Part, OwnerPool> owners = new ConcurrentHashMap<>();
    private Postgres postgres;

    private Stack(StackPlan plan, Progress progress, Lifetime lifetime) {
        this.plan = plan;
        this.progress = progress;
        this.lifetime = lifetime;
        this.secrets = new StackSecrets(plan.directory().secrets());
        this.links = lifetime.start(() -> Links.of(plan));
        this.launches = new Launches(plan, secrets, links);
        this.records = new ProcessRecords(plan.directory());
        this.processes = new Processes(records, progress, lifetime);
    }

    /**
     * Starts PostgreSQL, the issuer and {@code parts}. Returns when all of them are ready; when one fails, all are stopped.
     *
     * @param migrateOnly services whose database is wanted, but not their server
     * @param lifetime owns all that is started
     */
    public static Stack start(
            StackPlan plan, Set<Part> parts, Set<Part> migrateOnly, Progress progress, Lifetime lifetime) {
        var stack = new Stack(plan, progress, lifetime);
        try {
            stack.startDatabases();
            stack.startParts(parts, migrateOnly);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            // What fails after Ctrl-C fails because of it.
            throw lifetime.endsWithJvm() ? new DevstackException("Stopped before everything was ready.") : e;
        }
    }

    public StackPorts ports() {
        return plan.ports();
    }

    /** The server of a service that was started with it; what is killed can be started again. */
    public LibertyServer server(Part service) {
        return (LibertyServer) processes.of(service);
    }

    /**
     * Starts one more server of a service, from the same package, on a free port, and returns when it is ready. It calls
     * the others over the same links as the first one. It stops with the stack; it may be closed before.
     *
     * @param name names its directory, {@code <service>-<name>}, beside that of the first one; free again when it has ended
     * @param settings what it reads from its environment beside or instead of what the first one does
     * @throws DevstackException when a replica of that name runs, or with the end of its log when it does not start
     */
    public LibertyServer replica(Part service, String name, Map<String, String> settings) {
        return processes.startReplica(service + "-" + name, () -> launches.replica(service, name, settings));
    }

    /**
     * Starts a part again at its address, with its settings and data; one that still runs is stopped first. Returns when it
     * is ready.
     *
     * @throws DevstackException with the end of its log when it does not start
     */
    public void restart(Part part) {
        if (part == Part.POSTGRESQL) {
            postgres.restart();
        } else {
            processes.restart(part);
        }
    }

    /**
     * The proxy between two parts.
     *
     * @throws DevstackException when the plan of this stack has none there
     */
    public FaultProxy link(Part from, Part to) {
        return links.proxy(new Link(from, to));
    }

    /** Makes all links like new: no fault, no rule, and what rules hold is dropped. */
    public void clearLinks() {
        links.clear();
    }

    /** The process of a part as it runs now, to kill it or to let it stand still. For PostgreSQL see {@link #postgres()}. */
    public ChildProcess process(Part part) {
        return processes.of(part).process();
    }

    /** It can be killed and started again too. */
    public Postgres postgres() {
        return postgres;
    }

    /** A service's database as the role that owns it. */
    public DataSource owner(Part service) {
        return owners.computeIfAbsent(service, this::openOwner).source();
    }

    private OwnerPool openOwner(Part service) {
        var database = secrets.database(service);
        return lifetime.own(
                new OwnerPool(postgres.dataSource(database.name(), database.owner(), database.ownerPassword())));
    }

    /** A service's database as the role that the service itself uses. */
    public DataSource runtime(Part service) {
        var database = secrets.database(service);
        return postgres.dataSource(database.name(), database.runtime(), database.runtimePassword());
    }

    /** The provider's own books. */
    public DataSource providerBooks() {
        return postgres.dataSource(Part.PROVIDER.id(), Part.PROVIDER.id(), secrets.providerDatabasePassword());
    }

    /** All its books, to be audited. */
    public Books books() {
        return new StackBooks(plan.directory(), plan.ports()).asAuditor();
    }

    /** Makes tokens that its services accept. */
    public TokenMint tokens() {
        var key = SigningKey.kept(plan.signingKey());
        return new TokenMint(key, new IssuerAddress(plan.ports().of(Part.ISSUER)), Clock.systemUTC());
    }

    @Override
    public void close() {
        processes.requestStop();
        lifetime.close();
    }

    private void startDatabases() {
        progress.step("postgresql", () -> {
            var start = new PostgresStart(plan.workspace());
            var port = plan.ports().of(Part.POSTGRESQL);
            postgres = lifetime.start(() -> plan.kept()
                    ? start.kept(
                            plan.directory().postgresql(),
                            port,
                            secrets.superuserPassword(),
                            plan.directory().log(Part.POSTGRESQL))
                    : start.throwAway(port));
            Part.services().forEach(service -> postgres.create(secrets.database(service)));
            postgres.create(Part.PROVIDER.id(), secrets.providerDatabasePassword());
        });
        // Also what another command started in our place, such as the server that "dev" gave back.
        lifetime.own(records::stopProcesses);
    }

    private void startParts(Set<Part> parts, Set<Part> migrateOnly) {
        var steps = new ArrayList<Runnable>();
        steps.add(() -> start(Part.ISSUER, launches.issuer()));
        if (parts.contains(Part.PROVIDER)) {
            steps.add(() -> start(Part.PROVIDER, launches.provider()));
        }
        migrateOnly.forEach(service -> steps.add(() -> migrate(service)));
        parts.stream()
                .filter(Part::isService)
                .forEach(service -> steps.add(() -> {
                    migrate(service);
                    start(service, launches.server(service));
                }));
        InParallel.run(steps, lifetime::close);
        // Closed first: all servers stop at the same time.
        lifetime.own(processes::requestStop);
    }

    private void migrate(Part service) {
        progress.step(service + " migrations", () -> launches.migrate(service, lifetime));
    }

    private void start(Part part, Server server) {
        progress.step(part.id(), () -> processes.start(part, server));
    }
}
