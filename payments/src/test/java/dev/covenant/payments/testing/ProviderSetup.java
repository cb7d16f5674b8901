package dev.covenant.payments.testing;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.provider.ProviderConfig;
import dev.covenant.devstack.provider.SimulatedProvider;
import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

import static java.util.Map.entry;

/** The simulated provider inside the test's JVM, with books that tests can read, behind a proxy. It can be away for a while. */
public class ProviderSetup implements ServerSetup {
    public static final String ENCRYPTION_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String BOOKS = "provider";
    private static final String KEY = "key-of-the-tests";
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTY = Logger.getLogger("com.zaxxer.hikari");

    static {
        CHATTY.setLevel(Level.WARNING);
    }

    private ProviderConfig config;
    private DataSource books;
    private SimulatedProvider provider;
    private FaultProxy proxy;
    private StubOrders orders;
    private FaultProxy toOrders;

    @Override
    public Map<String, String> prepare(TestParts parts) {
        var password = Secrets.password();
        parts.postgres().create(BOOKS, password);
        books = parts.postgres().dataSource(BOOKS, BOOKS, password);
        var database = new ProviderConfig.Database("127.0.0.1", parts.postgres().port(), BOOKS, BOOKS, password);
        config = new ProviderConfig("localhost", Ports.free(), KEY, database, SILENCE);
        comeBack();
        proxy = parts.lifetime().own(FaultProxy.forHttp(config.port()));
        parts.lifetime().own(this::goAway);
        orders = parts.lifetime().own(StubOrders.start());
        toOrders = parts.lifetime().own(FaultProxy.forHttp(orders.port()));
        return Map.ofEntries(
                entry("PROVIDER_URL", "http://localhost:" + proxy.port()),
                entry("PROVIDER_KEY", KEY),
                entry("ENCRYPTION_KEY", ENCRYPTION_KEY),
                // Patient, for a server that is still warming up; a test that wants no answer says how long it waits.
                entry("PROVIDER_ANSWER_LIMIT", "PT8S"),
                // One test's silent provider is not another's.
                entry("PROVIDER_CIRCUIT_WINDOW", "1000"),
                entry("PROVIDER_CIRCUIT_LEAST_CALLS", "1000"),
                entry("ORDERS_URL", "http://localhost:" + toOrders.port()),
                entry("TOKEN_URL", parts.issuer().tokenEndpoint().toString()),
                entry("CLIENT_ID", "payments"),
                entry("CLIENT_SECRET", "any"),
                entry("OUTCOMES_INTERVAL", "PT0.1S"),
                entry("OUTCOMES_LEASE", "PT5S"),
                entry("OUTCOMES_BACKOFF_CAP", "PT0.5S"),
                entry("OUTCOMES_PARKED_AFTER", "5"),
                entry("OUTCOMES_CIRCUIT_WINDOW", "1000"),
                entry("OUTCOMES_CIRCUIT_LEAST_CALLS", "1000"),
                entry("SETTLER_ANSWER_LIMIT", "PT1S"),
                entry("SETTLER_BACKOFF_CAP", "PT1S"),
                entry("SETTLER_PARKED_AFTER", "5"),
                entry("PAYMENTS_FORGET_INTERVAL", "PT0.2S"),
                entry("SETTLER_INTERVAL", "PT0.1S"));
    }

    /** Where it is, or was. */
    public URI uri() {
        return URI.create("http://%s:%d/".formatted(config.host(), config.port()));
    }

    /** What the service calls in the place of the provider. */
    public FaultProxy proxy() {
        return proxy;
    }

    /** Who is told outcomes. */
    public StubOrders orders() {
        return orders;
    }

    /** What the service calls in the place of orders. */
    public FaultProxy toOrders() {
        return toOrders;
    }

    HttpCaller http() {
        return new HttpCaller(uri(), KEY);
    }

    DataSource books() {
        return books;
    }

    /** No call gets an answer from now on. */
    public void goAway() {
        if (provider != null) {
            provider.close();
            provider = null;
        }
    }

    /** On the same address, with the same books. */
    public void comeBack() {
        if (provider != null) {
            return;
        }
        try {
            provider = SimulatedProvider.start(config);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The simulated provider does not start", e);
        }
    }
}
