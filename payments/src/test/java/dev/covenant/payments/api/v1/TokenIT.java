package dev.covenant.payments.api.v1;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.HttpCaller;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of the API is open to a caller without a good token for this service. */
@RealServer(setup = ProviderSetup.class)
class TokenIT {
    private final ServerUnderTest server;

    TokenIT(ServerUnderTest server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  api/v1/payments/<id>",
        "GET,  api/v1/payments/<id>",
        "POST, api/v1/payments/<id>/capture",
        "POST, api/v1/payments/<id>/void",
        "PUT,  api/v1/payments/<id>/refunds/<id>",
        "GET,  api/v1/payment-methods?currency=EUR",
        "GET,  api/v1/ledger/trial-balance"
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
                tokens.expired("orders", "payments"),
                tokens.otherIssuer("orders", "payments"),
                tokens.otherKey("orders", "payments"),
                tokens.tampered("orders", "payments"),
                tokens.unsigned("orders", "payments"));
    }
}
