package dev.covenant.devstack.testing;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.liberty.Migrations;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.liberty.ServerSettings;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.postgres.OwnerPool;
import dev.covenant.devstack.postgres.ServiceDatabase;
import dev.covenant.devstack.process.Lifetime;

/** The service of this module on its server, its database, and tokens that it accepts. */
public final class ServerUnderTest implements AutoCloseable {
    private final TestParts parts;
    private final ServerSetup setup;
    private final ServiceDatabase database;
    private final ServerPackage service;
    private final Map<String, String> environment;
    private final LibertyServer server;
    private final OwnerPool owner;

    private ServerUnderTest(
            TestParts parts,
            ServerSetup setup,
            ServiceDatabase database,
            ServerPackage service,
            Map<String, String> environment) {
        this.parts = parts;
        this.setup = setup;
        this.database = database;
        this.service = service;
        this.environment = environment;
        this.server = start("server", Map.of());
        this.owner = parts.lifetime()
                .own(new OwnerPool(
                        parts.postgres().dataSource(database.name(), database.owner(), database.ownerPassword())));
    }

    static ServerUnderTest start(ServerSetup setup) {
        var service = ServerPackage.of(TestRun.build(), TestRun.liberty());
        var parts = TestParts.start();
        try {
            var database = ServiceDatabase.of(service.name());
            parts.postgres().create(database);
            var environment = new HashMap<String, String>();
            environment.put("LOG_FORMAT", "simple");
            // Tests ask hundreds of things at once and want them all answered.
            environment.put("COVENANT_ADMISSION_LEAST", "1000");
            environment.put("COVENANT_ADMISSION_MOST", "1000");
            environment.put("METRICS_AUTHENTICATION", "false");
            environment.putAll(database.environment(parts.postgres().port()));
            environment.putAll(parts.issuer().environment(service.name()));
            environment.putAll(setup.prepare(parts));
            migrate(service, environment, database.ownerEnvironment(), parts.lifetime());
            return new ServerUnderTest(parts, setup, database, service, environment);
        } catch (RuntimeException e) {
            parts.lifetime().close();
            throw e;
        }
    }

    /** Ends with a slash; the API is below it. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** The service's database as the role that owns it: to set rows and to check the books. */
    public DataSource owner() {
        return owner.source();
    }

    /** The service's database as the role that the server itself uses: to show what it may not do. */
    public DataSource runtime() {
        return parts.postgres().dataSource(database.name(), database.runtime(), database.runtimePassword());
    }

    /** The service's database as the role that only reads it, as the variables that the audit's verbs read. */
    public Map<String, String> auditor() {
        return database.auditorEnvironment(parts.postgres().port());
    }

    public TokenMint tokens() {
        return parts.tokens();
    }

    /** The server's process, to kill it or to let it stand still. Whoever does so starts it again. */
    public LibertyServer server() {
        return server;
    }

    /**
     * Starts another replica of the service on the same database, with files of its own, and returns when it is ready. It ends with the
     * tests, or when it is closed.
     *
     * @param name of its directory, beside the first server's
     * @param changes environment variables that it has beside those of the first one, or in their place
     */
    public LibertyServer replica(String name, Map<String, String> changes) {
        return start("replica-" + name, changes);
    }

    /** The same, not started yet: whoever wants it with other files than the build's changes them, starts it and closes it. */
    public LibertyServer unstarted(String name, Map<String, String> changes) {
        return prepare("replica-" + name, changes);
    }

    /** What the build made of the service: its configuration and its application. */
    public ServerPackage packaged() {
        return service;
    }

    /** What the first server's environment says. */
    public String environment(String variable) {
        return environment.get(variable);
    }

    /** What the tests asked for with {@link RealServer#setup()}. */
    public <T extends ServerSetup> T setup(Class<T> type) {
        return type.cast(setup);
    }

    @Override
    public void close() {
        parts.lifetime().close();
    }

    private LibertyServer start(String directory, Map<String, String> changes) {
        var replica = prepare(directory, changes);
        return parts.lifetime().start(replica::start).awaitReady();
    }

    private LibertyServer prepare(String directory, Map<String, String> changes) {
        var whole = new HashMap<>(environment);
        whole.putAll(changes);
        // Several setups of a module run side by side, and a server clears its directory when it is made.
        var run = TestRun.directory(directory).resolve(setup.getClass().getSimpleName());
        return new LibertyServer(service, new ServerSettings(Ports.free(), run, whole, setup.jvm()));
    }

    private static void migrate(
            ServerPackage service, Map<String, String> runtime, Map<String, String> owner, Lifetime lifetime) {
        var both = new HashMap<>(runtime);
        both.putAll(owner);
        Migrations.run(service, both, TestRun.directory("migrations.log"), lifetime);
    }
}
