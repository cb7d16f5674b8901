package dev.covenant.delivery.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Requests that nobody may repeat, at a constant rate whatever becomes of them, until it is closed. */
final class SteadyRequests implements AutoCloseable {
    private static final int EVERY_MILLIS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http;
    private final HttpRequest request;

    SteadyRequests(URI target, SSLContext trust, String token) {
        http = HttpClient.newBuilder().sslContext(trust).build();
        request = HttpRequest.newBuilder(target)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{}"))
                .build();
        pace.scheduleAtFixedRate(this::send, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What came of those that did not end with 200. */
    List<String> failures() {
        return failures;
    }

    int answered() {
        return answered.get();
    }

    private void send() {
        Thread.startVirtualThread(() -> {
            try {
                var status = http.send(request, BodyHandlers.ofString()).statusCode();
                if (status == 200) {
                    answered.incrementAndGet();
                } else {
                    failures.add("answered " + status);
                }
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Returns when all are answered. */
    @Override
    public void close() {
        pace.shutdown();
        http.close();
    }
}
