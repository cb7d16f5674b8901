package dev.covenant.orders.api.v1;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.TestCa;
import dev.covenant.orders.support.StrictIssuer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A replica as it is configured where it matters: TLS on both sides with certificates of a given authority, forwarded headers of a
 * given edge, secrets in files (the environment has wrong ones), and an issuer that checks the client's secret. Payments has a
 * certificate of another authority.
 */
@RealServer(setup = StubNeighbours.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardenedIT {
    private static final String SECRET = "secret-of-orders-in-a-file";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServerUnderTest server;
    private final int httpsPort = Ports.free();
    private final StrictIssuer issuer = new StrictIssuer(SECRET);
    private TestCa authority;
    private LibertyServer replica;

    HardenedIT(ServerUnderTest server) {
        this.server = server;
    }

    @BeforeAll
    void start(@TempDir Path files) throws IOException {
        authority = new TestCa(files.resolve("authority"));
        var other = new TestCa(files.resolve("other-authority"));
        var neighbours = server.setup(StubNeighbours.class);
        var secrets = Files.createDirectories(files.resolve("secrets"));
        Files.writeString(secrets.resolve("DB_PASSWORD"), server.environment("DB_PASSWORD") + "\n");
        Files.writeString(secrets.resolve("CLIENT_SECRET"), SECRET);
        Files.writeString(secrets.resolve("ENCRYPTION_KEY"), Base64.getEncoder().encodeToString(new byte[32]));
        Files.writeString(secrets.resolve("TLS_KEYSTORE_PASSWORD"), TestCa.PASSWORD);
        replica = server.replica(
                "hardened",
                Map.ofEntries(
                        Map.entry("VARIABLE_SOURCE_DIRS", secrets.toString()),
                        Map.entry("DB_PASSWORD", "wrong"),
                        Map.entry("CLIENT_SECRET", "wrong"),
                        Map.entry("ENCRYPTION_KEY", "wrong"),
                        Map.entry("HTTPS_PORT", Integer.toString(httpsPort)),
                        Map.entry("TLS_KEYSTORE", authority.keyStore("orders").toString()),
                        Map.entry("TLS_TRUSTSTORE", authority.trustStore().toString()),
                        Map.entry("TLS_TRUST_JDK", "false"),
                        Map.entry("TLS_CLIENT_AUTH", "true"),
                        Map.entry("TRUSTED_PROXIES", "127\\.0\\.0\\.1"),
                        Map.entry("TOKEN_URL", issuer.address().toString()),
                        Map.entry("ORDERS_RESPONSE_DEADLINE_MS", "2000"),
                        Map.entry(
                                "INVENTORY_URL",
                                neighbours
                                        .overTls(authority.context(authority.keyStore("inventory")))
                                        .toString()),
                        Map.entry(
                                "PAYMENTS_URL",
                                neighbours
                                        .overTls(other.context(other.keyStore("payments")))
                                        .toString())));
        // Before the first order, which would have to wait for the tokens of both neighbours.
        await().atMost(LIMIT).until(() -> issuer.asked() >= 2);
        awaitNeighboursAreAsked();
    }

    /** A cold server on a busy machine takes longer than this one waits for its neighbours and for the issuer. */
    private void awaitNeighboursAreAsked() {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            var shop = shop();
            shop.place(shop.mugs(1));
            return shop.neighbours().stepsAskedOverTls(shop.mark()).contains("reserve");
        });
    }

    @Test
    void talksToWhoeverShowsACertificateOfTheAuthorityAndToNobodyElse() {
        var shop = shop();

        shop.place(shop.mugs(1));

        assertThat(shop.neighbours().stepsAskedOverTls(shop.mark()))
                .contains("reserve")
                .doesNotContain("authorize");
    }

    @Test
    void isTalkedToByWhoeverShowsACertificateOfTheAuthorityAndByNobodyElse() throws Exception {
        var known = HttpClient.newBuilder()
                .sslContext(authority.context(authority.keyStore("edge")))
                .build();
        var unknown = HttpClient.newBuilder()
                .sslContext(authority.context(authority.trustStore()))
                .build();
        var request = HttpRequest.newBuilder(URI.create("https://localhost:%d/health/live".formatted(httpsPort)))
                .build();

        assertThat(known.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> unknown.send(request, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    /** What the OpenAPI document gives as the server's address is what the server thinks that the caller called. */
    @Test
    void believesTheEdgeAndNobodyElseHowItWasCalled() {
        assertThat(addressSeenAt(replica.baseUri())).startsWith("https://");
        assertThat(addressSeenAt(server.baseUri())).startsWith("http://localhost:");
    }

    /** That it is ready says that the password in the file was the one for the database, and the key one for its texts. */
    @Test
    void withASecretThatTheIssuerDoesNotTakeItsNeighboursAreUnavailable() throws IOException {
        var shop = shop();
        var mugs = shop.mugs(1);
        shop.place(mugs);
        assertThat(shop.neighbours().stepsAskedOverTls(shop.mark()))
                .as("with the secret in the file")
                .contains("reserve");

        issuer.changeSecret("another");
        // The other replica, whose secret is good, would finish what this one cannot.
        server.server().process().pause();
        try {
            await().atMost(LIMIT).until(() -> shop.place(mugs).problem().equals("503 inventory-unavailable"));
        } finally {
            server.server().process().resume();
            issuer.changeSecret(SECRET);
        }

        var log = Files.readString(replica.console());
        assertThat(log)
                .contains("gives no token: it refuses this client or its secret: status 401")
                .doesNotContain(SECRET, server.environment("DB_PASSWORD"), "of-the-strict-issuer");
        awaitNeighboursAreAsked();
        assertThat(Files.readString(replica.console())).contains("gives tokens again");
    }

    private Shop shop() {
        var shop = Shop.open(server);
        return new Shop(
                server,
                shop.mark(),
                new HttpCaller(replica.baseUri(), shop.http().token()));
    }

    private static String addressSeenAt(URI someReplica) {
        return new HttpCaller(someReplica, null)
                .send(
                        "GET",
                        "openapi?format=json",
                        HttpRequest.BodyPublishers.noBody(),
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-For",
                        "192.0.2.7")
                .json()
                .at("/servers/0/url")
                .asString();
    }

    @AfterAll
    void stop() {
        replica.process().kill();
        issuer.close();
    }
}
