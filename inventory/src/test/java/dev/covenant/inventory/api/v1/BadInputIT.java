package dev.covenant.inventory.api.v1;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Answer;
import dev.covenant.inventory.testing.HttpCaller;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever arrives: a problem that says what is wrong with it, and nothing of the server's inside. */
@RealServer(setup = QuietHousekeeping.class)
class BadInputIT {
    private static final String MOVEMENT = "api/v1/stock/MUG/movements/<id>";
    private static final String RESERVATION = "api/v1/reservations/<id>";
    private static final byte[] TEN_MEGABYTES = " ".repeat(10 * 1024 * 1024).getBytes();

    private final HttpCaller http;

    BadInputIT(ServerUnderTest server) {
        http = Inventory.as("orders", server).http();
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
                    .as(answer.text())
                    .isEqualTo(field);
        }
    }

    @ParameterizedTest
    @CsvSource({MOVEMENT + ",text/plain", RESERVATION + ",application/xml"})
    void anotherMediaTypeIsRefused(String path, String mediaType) {
        var answer = http.send("PUT", Placeholders.fill(path), mediaType, BodyPublishers.ofString("{}"));

        assertProblem(answer, "415 unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"PUT," + MOVEMENT, "PUT," + RESERVATION, "POST," + RESERVATION + "/release"})
    void tenMegabytesAreTooMuch(String method, String path) {
        var answer = http.send(
                method, Placeholders.fill(path), "application/json", BodyPublishers.ofByteArray(TEN_MEGABYTES));

        assertProblem(answer, "413 body-too-large");
    }

    @Test
    void tenMegabytesOfUnannouncedLengthAreTooMuch() {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEN_MEGABYTES));

        assertProblem(
                http.send("PUT", Placeholders.fill(RESERVATION), "application/json", chunked), "413 body-too-large");
    }

    private static void assertProblem(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).doesNotContain("Exception", "dev.covenant", "java.", "jakarta.", "\\tat ");
    }
}
