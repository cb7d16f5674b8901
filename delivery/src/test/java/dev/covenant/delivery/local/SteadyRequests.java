package dev.covenant.delivery.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Requests that nobody may repeat, at a constant rate whatever becomes of them, until it is closed. */
final class SteadyRequests implements AutoCloseable {
    private static final int EVERY_MILLIS = 20;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final long begun = System.nanoTime();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private final HttpRequest request;
    private Duration lasted = Duration.ZERO;

    SteadyRequests(SSLContext trust, HttpRequest request) {
        this.http = HttpClient.newBuilder().sslContext(trust).build();
        this.request = request;
        pace.scheduleAtFixedRate(this::send, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** As many as the time since its beginning asks for, less a tenth for the moments of beginning and end. */
    int due() {
        return (int) (lasted.toMillis() / EVERY_MILLIS * 9 / 10);
    }

    int sent() {
        return sent.get();
    }

    /** What came of those that did not end with 200. */
    List<String> failures() {
        return failures;
    }

    int answered() {
        return answered.get();
    }

    private void send() {
        sent.incrementAndGet();
        senders.execute(() -> {
            try {
                var status = http.send(request, BodyHandlers.ofString()).statusCode();
                if (status == 200) {
                    answered.incrementAndGet();
                } else {
                    failures.add("answered " + status);
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                failures.add(e.toString());
            }
        });
    }

    /** Returns when all are answered and counted. */
    @Override
    public void close() {
        pace.close();
        lasted = Duration.ofNanos(System.nanoTime() - begun);
        senders.close();
        http.close();
    }
}
