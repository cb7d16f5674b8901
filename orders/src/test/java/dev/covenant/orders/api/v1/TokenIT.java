package dev.covenant.orders.api.v1;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of the API is open to a caller without a good token for this service. */
@RealServer(setup = StubNeighbours.class)
class TokenIT {
    private final ServerUnderTest server;

    TokenIT(ServerUnderTest server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  api/v1/orders",
        "POST, api/v1/orders",
        "GET,  api/v1/orders/<id>",
        "GET,  api/v1/orders/<id>/events",
        "POST, api/v1/orders/<id>/cancellation",
        "GET,  api/v1/products",
        "GET,  api/v1/products/A",
        "PUT,  api/v1/products/A"
    })
    void isNeeded(String method, String path) {
        badTokens().forEach(token -> {
            var answer = new HttpCaller(server.baseUri(), token).text(method, Placeholders.fill(path), "");

            assertThat(answer.problem()).as("with token %s", token).isEqualTo("401 unauthorized");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
    }

    private Stream<String> badTokens() {
        var tokens = server.tokens();
        return Stream.of(
                null,
                "garbage",
                tokens.wrongAudience("ann", "customer"),
                tokens.expired("ann", "orders", "customer"),
                tokens.otherIssuer("ann", "orders", "customer"),
                tokens.otherKey("ann", "orders", "customer"),
                tokens.tampered("ann", "orders", "customer"),
                tokens.unsigned("ann", "orders", "customer"));
    }
}
