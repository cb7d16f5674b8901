package dev.covenant.devstack.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.covenant.devstack.provider.ProviderClient.newId;
import static org.assertj.core.api.Assertions.assertThat;

class BooksOutOfReachTest {

    @RegisterExtension
    static final RunningProvider PROVIDER = new RunningProvider();

    private final ProviderClient client = PROVIDER.client();

    @Test
    void nothingIsPromisedUntilTheBooksAreBack() throws Exception {
        String id = newId();
        PROVIDER.shutDatabase();

        var health = client.sending("GET", "/health", "");
        var answer = client.authorize(id, 100, "tok_approve");

        assertThat(health.join().status()).isEqualTo(503);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("error")).isEqualTo("books-unavailable");

        PROVIDER.openDatabase();

        assertThat(client.find(id).status()).isEqualTo(404);
        assertThat(client.authorize(id, 100, "tok_approve").text("state")).isEqualTo("AUTHORIZED");
    }
}
