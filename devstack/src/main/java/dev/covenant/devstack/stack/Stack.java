package dev.covenant.devstack.stack;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

import dev.covenant.audit.Books;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.issuer.SigningKey;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.postgres.Postgres;
import dev.covenant.devstack.postgres.PostgresStart;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.Readiness;

/** A running stack. It stops, services first and PostgreSQL last, when it is closed or when this JVM ends. */
public final class Stack implements AutoCloseable {
    private static final Duration OTHERS_LIMIT = Duration.ofSeconds(60);

    private final StackPlan plan;
    private final Progress progress;
    private final StackSecrets secrets;
    private final Launches launches;
    private final ProcessRecords records;
    private final Lifetime lifetime;
    private final Map<Part, LibertyServer> servers = new ConcurrentHashMap<>();
    private final Map<Part, ChildProcess> others = new ConcurrentHashMap<>();
    private Postgres postgres;

    private Stack(StackPlan plan, Progress progress, Lifetime lifetime) {
        this.plan = plan;
        this.progress = progress;
        this.lifetime = lifetime;
        this.secrets = new StackSecrets(plan.directory().secrets());
        this.launches = new Launches(plan, secrets);
        this.records = new ProcessRecords(plan.directory());
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

    /** The server of a service that was started. */
    public LibertyServer server(Part service) {
        return servers.get(service);
    }

    /** Issuer or provider. */
    public ChildProcess process(Part part) {
        return others.get(part);
    }

    /** A service's database as the role that owns it. */
    public DataSource owner(Part service) {
        var database = secrets.database(service);
        return postgres.dataSource(database.name(), database.owner(), database.ownerPassword());
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
        var key = SigningKey.kept(plan.directory().signingKey());
        return new TokenMint(key, new IssuerAddress(plan.ports().of(Part.ISSUER)), Clock.systemUTC());
    }

    @Override
    public void close() {
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
        steps.add(() -> startOther(Part.ISSUER, launches.issuer()));
        if (parts.contains(Part.PROVIDER)) {
            steps.add(() -> startOther(Part.PROVIDER, launches.provider()));
        }
        migrateOnly.forEach(service -> steps.add(() -> migrate(service)));
        parts.stream()
                .filter(Part::isService)
                .forEach(service -> steps.add(() -> {
                    migrate(service);
                    startServer(service);
                }));
        InParallel.run(steps, lifetime::close);
        // Closed first: all servers stop at the same time.
        lifetime.own(() -> servers.values().forEach(LibertyServer::requestStop));
    }

    private void startOther(Part part, Launch launch) {
        progress.step(part.id(), () -> {
            var process = lifetime.start(() -> ChildProcess.start(launch));
            others.put(part, process);
            records.write(part, process);
            Readiness.await(process, plan.ports().health(part), OTHERS_LIMIT, () -> false);
            watch(part, process);
        });
    }

    private void migrate(Part service) {
        progress.step(service + " migrations", () -> launches.migrate(service, lifetime));
    }

    private void startServer(Part service) {
        progress.step(service.id(), () -> {
            var server = launches.server(service);
            lifetime.start(server::start);
            servers.put(service, server);
            records.write(service, server.process());
            server.awaitReady();
            watch(service, server.process());
        });
    }

    private void watch(Part part, ChildProcess process) {
        process.whenEnded(() -> {
            if (!lifetime.isOver() && records.names(part, process)) {
                progress.lost(part, process.log());
            }
        });
    }
}
