package dev.covenant.payments.api.v1;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.payments.testing.Answer;
import dev.covenant.payments.testing.HttpCaller;
import dev.covenant.payments.testing.PaymentsUnderTest;
import dev.covenant.payments.testing.ProviderSetup;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever arrives: a problem that says what is wrong with it, and nothing of the server's inside. */
@RealServer(setup = ProviderSetup.class)
class BadInputIT {
    private static final String PAYMENT = "api/v1/payments/<id>";
    private static final String REFUND = PAYMENT + "/refunds/<id>";
    private static final byte[] TEN_MEGABYTES = " ".repeat(10 * 1024 * 1024).getBytes();

    private final HttpCaller http;

    BadInputIT(ServerUnderTest server) {
        http = PaymentsUnderTest.as("orders", server).http();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/bad-input.txt", delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 500)
    void isAnsweredWithAProblemThatNamesTheField(
            String method, String path, String body, String problem, String field) {
        var answer = http.send(
                method,
                Placeholders.fill(path),
                "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Placeholders.fill(body)));

        assertProblem(answer, problem);
        if (field != null) {
            assertThat(answer.json().at("/errors/0/field").asString())
                    .as(answer.body())
                    .isEqualTo(field);
        }
    }

    @ParameterizedTest
    @CsvSource({PAYMENT + ",text/plain", REFUND + ",application/xml"})
    void anotherMediaTypeIsRefused(String path, String mediaType) {
        var answer = http.send("PUT", Placeholders.fill(path), mediaType, BodyPublishers.ofString("{}"));

        assertProblem(answer, "415 unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"PUT," + PAYMENT, "PUT," + REFUND, "POST," + PAYMENT + "/capture", "POST," + PAYMENT + "/void"})
    void tenMegabytesAreTooMuch(String method, String path) {
        var answer = http.send(
                method, Placeholders.fill(path), "application/json", BodyPublishers.ofByteArray(TEN_MEGABYTES));

        assertProblem(answer, "413 body-too-large");
    }

    @Test
    void tenMegabytesOfUnannouncedLengthAreTooMuch() {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEN_MEGABYTES));

        assertProblem(http.send("PUT", Placeholders.fill(PAYMENT), "application/json", chunked), "413 body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"5,503 deadline-exceeded", "-1,400 invalid-request", "soon,400 invalid-request"})
    void aDeadlineThatCannotBeKeptEndsTheRequest(String deadline, String problem) {
        var answer = http.get(Placeholders.fill(PAYMENT), "Covenant-Deadline-Ms", deadline);

        assertProblem(answer, problem);
    }

    private static void assertProblem(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "dev.covenant", "java.", "jakarta.", "\\tat ");
    }
}
