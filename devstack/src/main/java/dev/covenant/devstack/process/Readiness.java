package dev.covenant.devstack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.covenant.devstack.DevstackException;

/** Asks over HTTP whether a part is ready: it is when the answer is 200. */
public final class Readiness implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    /** Asks once, for at most 2 s. */
    public boolean isReady(URI health) {
        var question = HttpRequest.newBuilder(health).timeout(ANSWER_LIMIT).build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while asking " + health, e);
        }
    }

    /**
     * Asks until it is ready.
     *
     * @param hopeless whether it is known already that it never will be
     * @throws DevstackException with the end of its log when it ends before, is hopeless, or takes longer than
     *     {@code limit}
     */
    public static void await(ChildProcess process, URI health, Duration limit, BooleanSupplier hopeless) {
        var until = System.nanoTime() + limit.toNanos();
        try (var readiness = new Readiness()) {
            while (!readiness.isReady(health)) {
                if (!process.isAlive()) {
                    throw failed(process, "ended while starting.");
                }
                if (hopeless.getAsBoolean()) {
                    throw failed(process, "cannot start.");
                }
                if (System.nanoTime() > until) {
                    throw failed(process, "is not ready after %d s.".formatted(limit.toSeconds()));
                }
                Thread.sleep(BETWEEN_QUESTIONS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while starting " + process, e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static DevstackException failed(ChildProcess process, String how) {
        return new DevstackException("%s %s%n%s".formatted(process, how, LogTail.of(process.log())));
    }
}
