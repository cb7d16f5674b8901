package dev.covenant.devstack.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @ParameterizedTest
    @ValueSource(strings = {"", "x", RunningProvider.KEY + "x"})
    void anotherKeyOpensNothing(String key) {
        ProviderClient stranger = new ProviderClient(client.uri(), key);

        assertThat(stranger.authorize("p1", 100, "tok_approve").status()).isEqualTo(401);
        assertThat(stranger.send("GET", "/charges", "").status()).isEqualTo(401);
        assertThat(client.find("p1").status()).isEqualTo(404);
    }

    @Test
    void withoutAnyKeyOnlyHealthAnswers() throws Exception {
        assertThat(getWithoutKey("/health").statusCode()).isEqualTo(200);
        assertThat(getWithoutKey("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(getWithoutKey("/charges").statusCode()).isEqualTo(401);
    }

    @Test
    void otherPathsAndMethodsAreRefused() {
        assertThat(client.send("GET", "/cards", "").status()).isEqualTo(404);
        assertThat(client.send("DELETE", "/charges/p1", "").status()).isEqualTo(405);
    }

    private HttpResponse<String> getWithoutKey(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(client.uri() + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
