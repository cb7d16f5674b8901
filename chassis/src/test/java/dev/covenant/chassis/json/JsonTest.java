package dev.covenant.chassis.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {
    private static final UUID ID = UUID.fromString("01985c3e-9e7a-7cc4-9f0c-1a2b3c4d5e6f");

    @Test
    void readsWhatItWrote() {
        var sample = new Sample("text", 7, Colour.RED, ID, Instant.parse("2026-01-31T12:00:00Z"), List.of(1L, 2L));

        var written = Json.strict().writeValueAsString(sample);

        assertThat(written).contains("\"2026-01-31T12:00:00Z\"");
        assertThat(Json.strict().readValue(written, Sample.class)).isEqualTo(sample);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":7}",
                "{\"text\":1.5}",
                "{\"text\":true}",
                "{\"text\":[\"a\"]}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"a\\ud800b\"}",
                "{\"number\":\"7\"}",
                "{\"number\":\"\"}",
                "{\"number\":7.0}",
                "{\"number\":1e3}",
                "{\"number\":true}",
                "{\"number\":2147483648}",
                "{\"number\":1234567890123456789012345}",
                "{\"colour\":\"GREEN\"}",
                "{\"colour\":\"red\"}",
                "{\"colour\":0}",
                "{\"colour\":\"\"}",
                "{\"id\":\"not-an-id\"}",
                "{\"id\":\"cc8c6d1e-3a1e-4b53-9d12-4f0a5d0c7c11\"}",
                "{\"id\":\"AYXD\"}",
                "{\"id\":7}",
                "{\"time\":\"yesterday\"}",
                "{\"time\":\"2026-01-31\"}",
                "{\"time\":1769860800}",
                "{\"time\":1.5}",
                "{\"time\":\"\"}",
                "{\"list\":7}",
                "{\"list\":[\"7\"]}",
                "{\"other\":1}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\"} {}",
                "{\"text\":NaN}",
                "{'text':'a'}",
                "{text:\"a\"}",
                "{\"text\":\"a\",}",
                "{} // comment",
                "{",
                "[]",
                "7",
                "\"text\""
            })
    void refusesWhatIsNotExactlyWhatWasMeant(String body) {
        assertThatThrownBy(() -> Json.strict().readValue(body, Sample.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesTextBeyondTheLimit() {
        assertThat(Json.strict().readValue(text(64 * 1024), Sample.class).text())
                .hasSize(64 * 1024);
        assertThatThrownBy(() -> Json.strict().readValue(text(64 * 1024 + 1), Sample.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesNestingBeyondTheLimit() {
        var nested = "[".repeat(17) + "]".repeat(17);

        assertThatThrownBy(() -> Json.tolerant().readTree(nested)).isInstanceOf(JacksonException.class);
    }

    @Test
    void toleratesOnlyNewFieldsInTheAnswersOfOthers() {
        assertThat(Json.tolerant()
                        .readValue("{\"text\":\"a\",\"number\":7,\"newer\":1}", Sample.class)
                        .text())
                .isEqualTo("a");
        assertThatThrownBy(() -> Json.tolerant().readValue("{\"number\":\"7\"}", Sample.class))
                .isInstanceOf(JacksonException.class);
    }

    private static String text(int length) {
        return "{\"number\":7,\"text\":\"" + "x".repeat(length) + "\"}";
    }

    enum Colour {
        RED
    }

    /** Nothing in it is required, so that each refusal is for what its body says. */
    record Sample(String text, Integer number, Colour colour, UUID id, Instant time, List<Long> list) {}
}
