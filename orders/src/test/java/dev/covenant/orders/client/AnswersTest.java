package dev.covenant.orders.client;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.chassis.http.Reply;
import dev.covenant.orders.checkout.StepAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTest {

    @Test
    void understandsWhatTheContractNames() {
        assertThat(read(200, "{\"state\":\"HELD\",\"newer\":1}")).isEqualTo(new StepAnswer.Done());
        assertThat(read(409, "{\"type\":\"urn:covenant:problem:sold-out\"}"))
                .isEqualTo(new StepAnswer.Refused("sold-out", "Sold out"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 408, 422, 429, 500, 502, 503, 504})
    void concludesNothingFromAnyOtherStatus(int status) {
        assertThat(read(status, "{\"state\":\"HELD\",\"type\":\"urn:somebody:problem:sold-out\"}"))
                .isEqualTo(new StepAnswer.Unknown("status " + status));
    }

    @Test
    void tellsWhatWasNotAskedFromWhatWasNotAnswered() {
        assertThat(Answers.read(new Reply.NotSent("circuit open"), null, null))
                .isEqualTo(new StepAnswer.NotAsked("circuit open"));
        assertThat(Answers.read(new Reply.NoAnswer("TimeoutException"), null, null))
                .isEqualTo(new StepAnswer.Unknown("TimeoutException"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void takesTheNeighboursWordThatTheRequestIsWrong(int status) {
        var problem = "{\"type\":\"urn:covenant:problem:invalid-request\",\"errors\":[{\"field\":\"lines\"}]}";

        assertThat(read(status, problem))
                .isEqualTo(new StepAnswer.NotUnderstood("status %d invalid-request lines".formatted(status)));
        assertThat(read(status, "<html>Bad request</html>")).isInstanceOf(StepAnswer.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | ''",
                "200 | <html>",
                "200 | {\"state\":",
                "200 | []",
                "200 | {\"state\":{}}",
                "200 | {\"state\":\"NEW\"}",
                "409 | ''",
                "409 | <html>",
                "409 | null",
                "409 | {\"type\":7}",
                "409 | {\"type\":\"urn:somebody:problem:sold-out\"}",
                "409 | {\"type\":\"urn:covenant:problem:newer\"}"
            })
    void concludesNothingFromABodyThatItDoesNotKnow(int status, String body) {
        assertThat(read(status, body)).isInstanceOf(StepAnswer.Unknown.class);
    }

    @Test
    void concludesNothingFromSilence() {
        assertThat(Answers.read(new Reply.NoAnswer("TimeoutException"), _ -> new StepAnswer.Done(), _ -> null))
                .isEqualTo(new StepAnswer.Unknown("TimeoutException"));
    }

    private static StepAnswer read(int status, String body) {
        return Answers.read(
                new Reply.Answer(status, body.getBytes(StandardCharsets.UTF_8), 0),
                json -> json.path("state").asString("").equals("HELD")
                        ? new StepAnswer.Done()
                        : new StepAnswer.Unknown("state"),
                problem -> problem.name().equals("sold-out")
                        ? new StepAnswer.Refused("sold-out", "Sold out")
                        : problem.undecided());
    }
}
