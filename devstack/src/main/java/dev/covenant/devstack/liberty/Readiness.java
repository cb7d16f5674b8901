package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server whether it is ready. */
final class Readiness implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
    private final HttpRequest question;

    Readiness(URI base) {
        question = HttpRequest.newBuilder(base.resolve("health/ready"))
                .timeout(ANSWER_LIMIT)
                .build();
    }

    boolean isReady() throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
