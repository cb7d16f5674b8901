package dev.covenant.orders.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.http.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class ToldTest {
    private final Told told = new Told("prices of the bank");

    @Test
    void isWhatA200Says() {
        assertThat(read(200, "{\"price\":7,\"newer\":1}")).hasValue(7L);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503})
    void isNothingWithAnyOtherStatus(int status) {
        assertThat(read(status, "{\"price\":7}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"price\":", "[]", "null", "{}", "{\"price\":\"7\"}", "{\"price\":null}"})
    void isNothingWithABodyThatIsNotAsAgreed(String body) {
        assertThat(read(200, body)).isEmpty();
    }

    @Test
    void isNothingWithoutAnAnswer() {
        assertThat(told.<Long>read(new Reply.NoAnswer("TimeoutException"), _ -> 7L))
                .isEmpty();
        assertThat(told.<Long>read(new Reply.NotSent("circuit open"), _ -> 7L)).isEmpty();
    }

    private Optional<Long> read(int status, String body) {
        return told.read(
                new Reply.Answer(status, body.getBytes(StandardCharsets.UTF_8), 0),
                json -> json.required("price").longValue());
    }
}
