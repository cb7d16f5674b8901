package dev.covenant.chassis.tokens;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.chassis.http.BoundedHttp;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTokensTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer issuer;
    private ServiceTokens tokens;
    private int status = 200;
    private String answer = "{\"access_token\":\"abc\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

    @BeforeEach
    void startIssuer() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/token", this::handle);
        issuer.start();
        tokens = new ServiceTokens(
                new BoundedHttp(Duration.ofSeconds(1), OpenTelemetry.noop().getTracer("test")),
                URI.create("http://localhost:" + issuer.getAddress().getPort() + "/token"),
                "a client",
                "s:ecret",
                Clock.systemUTC());
    }

    @AfterEach
    void stopIssuer() {
        issuer.stop(0);
    }

    @Test
    void asksForOneAudienceWithTheClientsOwnCredentials() {
        assertThat(tokens.tokenFor("warehouse")).contains("abc");

        var credentials = Base64.getEncoder().encodeToString("a+client:s%3Aecret".getBytes(StandardCharsets.US_ASCII));
        assertThat(requests)
                .containsExactly("POST Basic " + credentials + " grant_type=client_credentials&scope=warehouse");
    }

    @Test
    void asksOncePerAudience() {
        tokens.tokenFor("warehouse");
        tokens.tokenFor("warehouse");
        tokens.tokenFor("bank");

        assertThat(requests).hasSize(2);
    }

    @Test
    void asksAgainAfterARefusalForThatAudienceAlone() {
        tokens.tokenFor("warehouse");
        tokens.tokenFor("bank");
        tokens.refused("warehouse", "abc");
        tokens.tokenFor("warehouse");
        tokens.tokenFor("bank");

        assertThat(requests).hasSize(3).last().asString().endsWith("warehouse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"invalid_client\"}",
                "500 | {\"access_token\":\"abc\",\"expires_in\":3600}",
                "200 | ''",
                "200 | <html>login</html>",
                "200 | null",
                "200 | []",
                "200 | {\"expires_in\":3600}",
                "200 | {\"access_token\":null,\"expires_in\":3600}",
                "200 | {\"access_token\":{},\"expires_in\":3600}",
                "200 | {\"access_token\":\"abc\"}",
                "200 | {\"access_token\":\"abc\",\"expires_in\":-5}",
                "200 | {\"access_token\":\"abc\",\"expires_in\":\"soon\"}"
            })
    void takesAnswersThatAreNoTokenForNone(int answerStatus, String body) {
        status = answerStatus;
        answer = body;

        assertThat(tokens.tokenFor("warehouse")).isEmpty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        requests.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        form));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
