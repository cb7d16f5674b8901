package dev.covenant.devstack.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.LogManager;

import com.sun.net.httpserver.HttpServer;

/**
 * The simulated payment provider, listening from {@link #start} to {@link #close}. What it has answered is committed in
 * its books, so it can be stopped in any way at any moment and started again on the same database.
 */
public final class SimulatedProvider implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(2);

    private final String host;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Stall stall;
    private final Admission admission;
    private final BooksDatabase database;

    private SimulatedProvider(
            String host,
            HttpServer server,
            ExecutorService threads,
            Stall stall,
            Admission admission,
            BooksDatabase database) {
        this.host = host;
        this.server = server;
        this.threads = threads;
        this.stall = stall;
        this.admission = admission;
        this.database = database;
    }

    /** Runs the provider as a process, configured by its environment, until it is told to end (SIGTERM, Ctrl-C). */
    public static void main(String[] arguments) throws IOException {
        limitSlowCallers();
        try (InputStream logging = SimulatedProvider.class.getResourceAsStream("/provider/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        System.Logger log = System.getLogger(SimulatedProvider.class.getName());
        try {
            SimulatedProvider provider = start(ProviderConfig.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(provider::close));
            log.log(System.Logger.Level.INFO, "simulated payment provider ready at {0}", provider.uri());
        } catch (IOException | SQLException | RuntimeException fault) {
            log.log(System.Logger.Level.ERROR, "cannot start: {0}", fault.getMessage());
            System.exit(1);
        }
    }

    /**
     * Starts a provider inside this JVM. It creates the tables of its books if they are missing.
     *
     * @throws IOException when the address cannot be bound
     * @throws SQLException when the books cannot be reached or their tables not be created
     */
    public static SimulatedProvider start(ProviderConfig config) throws IOException, SQLException {
        BooksDatabase database = BooksDatabase.open(config.database());
        try {
            return listen(config, database);
        } catch (IOException | SQLException | RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    /** Where it listens, without a slash at the end. */
    public URI uri() {
        return URI.create("http://%s:%d".formatted(host, server.getAddress().getPort()));
    }

    /** Ends held calls without an answer, gives the others a moment, and lets go of port and database. */
    @Override
    public void close() {
        stall.end();
        // Not left to the server: it counts a call that was dropped unanswered as one that still runs.
        admission.close(TIME_TO_FINISH);
        server.stop(0);
        threads.shutdownNow();
        database.close();
    }

    private static SimulatedProvider listen(ProviderConfig config, BooksDatabase database)
            throws IOException, SQLException {
        Books books = database.books();
        Stall stall = new Stall();
        Admission admission = new Admission();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpServer server = bind(config.host(), config.port());
        server.setExecutor(threads);
        ChargesApi api = new ChargesApi(books, stall, config.silence());
        server.createContext("/", new ChargesHandler(new ApiKey(config.key()), api, admission));
        server.createContext("/health", new HealthHandler(books));
        server.start();
        return new SimulatedProvider(config.host(), server, threads, stall, admission, database);
    }

    private static HttpServer bind(String host, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        } catch (IOException refused) {
            throw new IOException("cannot listen at %s:%d: %s".formatted(host, port, refused.getMessage()), refused);
        }
    }

    /** A caller that sends half a request must not keep its thread. Read by the JDK's server when it is first used. */
    private static void limitSlowCallers() {
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
    }
}
