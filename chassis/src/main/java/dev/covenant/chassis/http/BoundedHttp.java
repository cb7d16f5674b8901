package dev.covenant.chassis.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Tracer;

/**
 * Sends requests whose wait is bounded, whole body included, whatever the callee does. The JDK's client, because a limit on its
 * future holds even for a body that drips, and cancelling it gives the connection back; a REST client's read time-out starts again
 * with each byte. Thread-safe.
 */
public final class BoundedHttp {
    private static final long BODY_LIMIT_BYTES = 1024 * 1024;

    private final HttpClient client;
    private final Tracer tracer;

    /** @param tracer makes a span of each request */
    public BoundedHttp(Duration connectLimit, Tracer tracer) {
        this.tracer = tracer;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectLimit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Completes within {@code limit}, and never exceptionally. */
    public CompletableFuture<Reply> send(HttpRequest request, Duration limit) {
        var span = CallSpan.begin(tracer, request);
        var exchange = client.sendAsync(
                span.announcedIn(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_LIMIT_BYTES));
        return exchange.copy()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, fault) -> fault == null ? answer(response) : abandon(exchange, fault))
                .thenApply(span::ended);
    }

    private static Reply answer(HttpResponse<byte[]> response) {
        var retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        return new Reply.Answer(response.statusCode(), response.body(), retryAfter);
    }

    private static Reply abandon(CompletableFuture<?> exchange, Throwable fault) {
        exchange.cancel(true);
        var cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        return new Reply.NoAnswer(cause.getClass().getSimpleName());
    }
}
