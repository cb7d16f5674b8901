package dev.covenant.orders.api.v1;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever arrives: a problem that says what is wrong with it, and nothing of the server's inside. */
@RealServer(setup = StubNeighbours.class)
class BadInputIT {
    private static final byte[] TEN_MEGABYTES = " ".repeat(10 * 1024 * 1024).getBytes();
    private static final String ORDER =
            "{\"lines\":[{\"sku\":\"A\",\"quantity\":1}],\"currency\":\"EUR\",\"paymentToken\":\"t\",\"expectedTotal\":1}";
    private static final String PRODUCT =
            "{\"name\":\"A\",\"kind\":\"DIGITAL\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}";

    private final HttpCaller http;

    BadInputIT(ServerUnderTest server) {
        // May do everything, so that nothing but the input is wrong.
        http = new HttpCaller(
                server.baseUri(),
                server.tokens().token("ann", "orders", "customer", "merchandiser", "service-payments"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/bad-input.txt", delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 500)
    void isAnsweredWithAProblemThatNamesTheField(
            String method, String path, String body, String problem, String field) {
        var answer = http.text(
                method,
                Placeholders.fill(path),
                body == null ? "" : Placeholders.fill(body),
                "Idempotency-Key",
                "bad-input");

        assertProblem(answer, problem, field);
    }

    @Test
    void anOrderNeedsAnIdempotencyKey() {
        assertProblem(http.text("POST", "api/v1/orders", ORDER), "400 invalid-request", "Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | api/v1/orders               | Idempotency-Key      | ''",
                "POST | api/v1/orders               | Idempotency-Key      | with spaces",
                "POST | api/v1/orders               | Idempotency-Key      | <129 k>",
                "POST | api/v1/orders               | Covenant-Deadline-Ms | soon",
                "POST | api/v1/orders               | Covenant-Deadline-Ms | -1",
                "PUT  | api/v1/products/A           | If-Match             | 1",
                "PUT  | api/v1/products/A           | If-Match             | *",
                "PUT  | api/v1/products/A           | If-Match             | W/\"1\"",
                "PUT  | api/v1/products/A           | If-Match             | \"<19 9>\"",
                "GET  | api/v1/orders/<id>/events   | Last-Event-ID        | first",
                "GET  | api/v1/orders/<id>/events   | Last-Event-ID        | -1",
                "GET  | api/v1/orders/<id>/events   | Last-Event-ID        | 99999999999"
            })
    void aBrokenHeaderIsNamed(String method, String path, String header, String value) {
        var body =
                switch (method) {
                    case "POST" -> ORDER;
                    case "PUT" -> PRODUCT;
                    default -> "";
                };
        var answer = http.text(
                method,
                Placeholders.fill(path),
                body,
                "Idempotency-Key",
                "bad-header",
                header,
                Placeholders.fill(value));

        assertProblem(answer, "400 invalid-request", header);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, api/v1/orders, text/plain",
        "POST, api/v1/orders, application/x-www-form-urlencoded",
        "PUT, api/v1/products/A, application/xml"
    })
    void anotherMediaTypeIsRefused(String method, String path, String mediaType) {
        var answer = http.text(method, path, ORDER, "Content-Type", mediaType, "Idempotency-Key", "media-type");

        assertProblem(answer, "415 unsupported-media-type", null);
    }

    @ParameterizedTest
    @CsvSource({"GET, api/v1/orders", "GET, api/v1/products", "POST, api/v1/orders", "GET, api/v1/orders/<id>/events"})
    void anAnswerInAnotherMediaTypeCannotBeHad(String method, String path) {
        var answer = http.text(
                method,
                Placeholders.fill(path),
                method.equals("POST") ? ORDER : "",
                "Accept",
                "image/png",
                "Idempotency-Key",
                "accept");

        assertProblem(answer, "406 not-acceptable", null);
    }

    @ParameterizedTest
    @CsvSource({"POST, api/v1/orders", "PUT, api/v1/products/A", "GET, api/v1/orders", "POST, api/v1/nothing"})
    void tenMegabytesAreTooMuch(String method, String path) {
        assertProblem(http.send(method, path, BodyPublishers.ofByteArray(TEN_MEGABYTES)), "413 body-too-large", null);
    }

    @ParameterizedTest
    @CsvSource({"POST, api/v1/orders", "PUT, api/v1/products/A"})
    void tenMegabytesOfUnannouncedLengthAreTooMuch(String method, String path) {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEN_MEGABYTES));

        assertProblem(http.send(method, path, chunked, "Idempotency-Key", "large"), "413 body-too-large", null);
    }

    /** @param field that the problem must name; null when it is about none */
    private static void assertProblem(Answer answer, String problem, String field) {
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).doesNotContain("Exception", "dev.covenant", "java.", "jakarta.", "\\tat ", "SELECT");
        if (field != null) {
            assertThat(answer.json().at("/errors/0/field").asString())
                    .as(answer.text())
                    .isEqualTo(field);
        }
    }
}
