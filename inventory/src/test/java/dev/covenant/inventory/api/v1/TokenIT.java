package dev.covenant.inventory.api.v1;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.HttpCaller;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of the API is open to a caller without a good token for this service. */
@RealServer(setup = QuietHousekeeping.class)
class TokenIT {
    private final ServerUnderTest server;

    TokenIT(ServerUnderTest server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  api/v1/stock/MUG",
        "GET,  api/v1/stock?sku=MUG",
        "PUT,  api/v1/stock/MUG/movements/<id>",
        "PUT,  api/v1/reservations/<id>",
        "GET,  api/v1/reservations/<id>",
        "POST, api/v1/reservations/<id>/commit",
        "POST, api/v1/reservations/<id>/release",
        "POST, api/v1/reservations/<id>/return"
    })
    void isNeeded(String method, String path) {
        badTokens().forEach(token -> {
            var answer = new HttpCaller(server.baseUri(), token)
                    .send(method, Placeholders.fill(path), "application/json", BodyPublishers.noBody());

            assertThat(answer.problem()).as("with token %s", token).isEqualTo("401 unauthorized");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
    }

    private Stream<String> badTokens() {
        var tokens = server.tokens();
        return Stream.of(
                null,
                "garbage",
                tokens.wrongAudience("orders"),
                tokens.expired("orders", "inventory"),
                tokens.otherIssuer("orders", "inventory"),
                tokens.otherKey("orders", "inventory"),
                tokens.tampered("orders", "inventory"),
                tokens.unsigned("orders", "inventory"));
    }
}
