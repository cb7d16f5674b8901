package dev.covenant.inventory.api.v1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Answer;
import dev.covenant.inventory.testing.HttpCaller;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who starts while the issuer is away cannot tell a good token from a bad one, and must not call a good one bad: that would be final. */
@RealServer(setup = QuietHousekeeping.class)
class IssuerAwayIT {
    private final ServerUnderTest server;

    IssuerAwayIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void goodTokensAreSentAwayForNowAndTakenWhenTheIssuerIsBack() throws Exception {
        var port = Ports.free();
        var good = server.tokens().token("mia", "inventory", "merchandiser");
        var strangers = server.tokens().otherKey("mia", "inventory", "merchandiser");
        try (var started = server.replica("no-keys", Map.of("JWT_JWKS", "http://localhost:%d/jwks".formatted(port)))) {
            var away = look(started, good);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isEqualTo("2");
            assertThat(away.text()).contains("temporarily-unavailable", "The issuer of tokens does not answer");
            assertThat(Stream.of(
                            "nonsense",
                            server.tokens().expired("mia", "inventory", "merchandiser"),
                            server.tokens().wrongAudience("mia", "merchandiser")))
                    .allMatch(bad -> look(started, bad).status() == 401);
            try (var _ = issuerAt(port)) {
                await().until(() -> look(started, good).status() == 404);
                await().until(() -> look(started, strangers).status() == 401);
            }
            assertThat(look(started, good).status()).isEqualTo(404);
        }
    }

    private static Answer look(LibertyServer server, String token) {
        return new HttpCaller(server.baseUri(), token).get("api/v1/stock/NO-SUCH-ITEM");
    }

    /** With the real one's keys. */
    private AutoCloseable issuerAt(int port) throws IOException {
        var real = URI.create(server.environment("JWT_JWKS"));
        var keys = new HttpCaller(real, null).get("jwks").text().getBytes(StandardCharsets.UTF_8);
        var issuer = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        issuer.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        return () -> issuer.stop(0);
    }
}
