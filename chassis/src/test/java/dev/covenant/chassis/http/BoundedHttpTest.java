package dev.covenant.chassis.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedHttpTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    /** Far beyond the limit, far below what a server could make us wait. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final BoundedHttp http = new BoundedHttp(SOON, OpenTelemetry.noop().getTracer("test"));

    @Test
    void givesUpOnASilentServerAndItsConnection() throws Exception {
        try (var server = RawServer.that(connection -> {})) {
            assertThat(send(server)).succeedsWithin(SOON).isEqualTo(new Reply.NoAnswer("TimeoutException"));
            assertThat(server.seesClientGoWithin(5)).isTrue();
        }
    }

    @Test
    void givesUpOnABodyThatStallsAndItsConnection() throws Exception {
        try (var server =
                RawServer.that(connection -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome"))) {
            assertThat(send(server)).succeedsWithin(SOON).isEqualTo(new Reply.NoAnswer("TimeoutException"));
            assertThat(server.seesClientGoWithin(5)).isTrue();
        }
    }

    @Test
    void givesUpOnABodyThatDripsAndItsConnection() throws Exception {
        try (var server = RawServer.that(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            connection.drip();
        })) {
            assertThat(send(server)).succeedsWithin(SOON).isEqualTo(new Reply.NoAnswer("TimeoutException"));
            assertThat(server.seesClientGoWithin(5)).isTrue();
        }
    }

    @Test
    void givesUpOnHeadersThatDrip() throws IOException {
        try (var server = RawServer.that(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nX-Endless: ");
            connection.drip();
        })) {
            assertThat(send(server)).succeedsWithin(SOON).isInstanceOf(Reply.NoAnswer.class);
        }
    }

    @Test
    void takesAConnectionThatBreaksForNoAnswer() throws IOException {
        try (var server = RawServer.that(RawServer.Connection::reset)) {
            assertThat(http.send(get(server.address()), SOON))
                    .succeedsWithin(SOON)
                    .isInstanceOf(Reply.NoAnswer.class);
        }
    }

    @Test
    void takesARefusedConnectionForNoAnswer() throws IOException {
        URI nobody;
        try (var server = RawServer.that(connection -> {})) {
            nobody = server.address();
        }

        assertThat(http.send(get(nobody), SOON)).succeedsWithin(SOON).isEqualTo(new Reply.NoAnswer("ConnectException"));
    }

    @Test
    void takesABodyBeyondAMegabyteForNoAnswer() throws IOException {
        var tooMuch = "x".repeat(1024 * 1024 + 1);
        try (var server = RawServer.that(connection -> connection.send(
                "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(tooMuch.length(), tooMuch)))) {
            assertThat(http.send(get(server.address()), SOON))
                    .succeedsWithin(SOON)
                    .isInstanceOf(Reply.NoAnswer.class);
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (var server = RawServer.that(connection ->
                connection.send("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(answer(server).status()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-1, 0", "99999999, 0", "'Fri, 31 Dec 1999 23:59:59 GMT', 0"})
    void readsRetryAfterInSecondsAndNothingElse(String header, int seconds) throws IOException {
        try (var server = RawServer.that(connection ->
                connection.send("HTTP/1.1 503 Service Unavailable\r\nRetry-After: %s\r\nContent-Length: 4\r\n\r\nbusy"
                        .formatted(header)))) {
            var answer = answer(server);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.retryAfterSeconds()).isEqualTo(seconds);
            assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("busy");
        }
    }

    private Reply.Answer answer(RawServer server) {
        return (Reply.Answer) http.send(get(server.address()), SOON).join();
    }

    private CompletableFuture<Reply> send(RawServer server) {
        return http.send(get(server.address()), LIMIT);
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address).build();
    }
}
