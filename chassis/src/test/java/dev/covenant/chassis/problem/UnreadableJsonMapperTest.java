package dev.covenant.chassis.problem;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

import dev.covenant.chassis.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UnreadableJsonMapperTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":7}                    | name              | must be a string",
                "{\"boxes\":7}                   | boxes             | must be an array",
                "{\"boxes\":[7]}                 | boxes[0]          | must be an object",
                "{\"boxes\":[{\"count\":\"7\"}]} | boxes[0].count    | must be a whole number",
                "{\"boxes\":[{},{\"size\":1}]}   | boxes[1].size     | is not a known field",
                "{\"kind\":\"LARGE\"}            | kind              | must be one of SMALL, MEDIUM",
                "{\"since\":\"now\"}             | since             | must be a time such as 2026-01-31T12:00:00Z",
                "{\"boxes\":[{\"count\":99999999999999999999}]} | boxes[0].count | is out of the allowed range",
                "[]                              | body              | must be an object",
                "{\"name\":                      | body              | must be well-formed JSON within the limits",
                "<xml/>                          | body              | must be well-formed JSON within the limits"
            })
    void namesTheFieldAndWhatItMustBe(String body, String field, String rule) {
        var error = problem(body).errors().getFirst();

        assertThat(error.field()).isEqualTo(field);
        assertThat(error.rule()).startsWith(rule);
    }

    @Test
    void repeatsNothingOfTheBodyAndNothingOfTheInside() {
        assertThat(problem("{\"name\":secret}").toString())
                .doesNotContain("secret")
                .doesNotContain("covenant.chassis")
                .doesNotContain("Token");
    }

    private static Problem problem(String body) {
        return UnreadableJsonMapper.problem(
                catchThrowableOfType(JacksonException.class, () -> Json.strict().readValue(body, Shelf.class)));
    }

    enum Kind {
        SMALL,
        MEDIUM
    }

    record Shelf(String name, Kind kind, Instant since, List<Box> boxes) {}

    record Box(Integer count) {}
}
