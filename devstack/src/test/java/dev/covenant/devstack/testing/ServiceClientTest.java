package dev.covenant.devstack.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceClientTest {
    private static HttpServer service;

    /** A service that has a problem with everything, and tells what it got. */
    @BeforeAll
    static void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        service.createContext("/", exchange -> {
            try (exchange) {
                var got = exchange.getRequestHeaders();
                var body = """
                        {"type": "urn:covenant:problem:price-changed", "got": {"token": "%s", "type": "%s", "body": %s}}""".formatted(
                        got.getFirst("Authorization"),
                        got.getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes())).getBytes();
                exchange.getResponseHeaders().set("X-Method", exchange.getRequestMethod());
                exchange.sendResponseHeaders(409, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        service.start();
    }

    @AfterAll
    static void stop() {
        service.stop(0);
    }

    @Test
    void sendsJsonWithItsTokenAndReadsTheProblem() {
        var answer = client("ann").put("/api/v1/things/1", Map.of("name", "mug"));

        assertThat(answer.problem()).isEqualTo("409 price-changed");
        assertThat(answer.header("x-method")).isEqualTo("PUT");
        assertThat(answer.text("/got/token")).isEqualTo("Bearer ann");
        assertThat(answer.text("/got/type")).isEqualTo("application/json");
        assertThat(answer.text("/got/body/name")).isEqualTo("mug");
        assertThat(answer.text("nothing")).isEmpty();
    }

    @Test
    void aHeaderOfTheCallWinsAndNoTokenIsNone() {
        var answer = client(null).post("/", 1, "Content-Type", "text/plain");

        assertThat(answer.text("/got/type")).isEqualTo("text/plain");
        assertThat(answer.text("/got/token")).isEqualTo("null");
    }

    private static ServiceClient client(String token) {
        return new ServiceClient(
                URI.create("http://localhost:" + service.getAddress().getPort()), token);
    }
}
