package dev.covenant.orders.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.opentelemetry.context.Context;

import dev.covenant.chassis.deadline.DeadlineFilter;
import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.telemetry.Subject;

/**
 * Calls one neighbour with our service token for it. A 401 gets a fresh token and one more try in what is left of the limit;
 * everything else is the saga's to repeat. Completes within the limit, and within about a second more for each token that the issuer
 * is asked for; never exceptionally.
 */
public final class ServiceCall {
    /** What the callee must leave us to read its answer. */
    private static final long MARGIN_MILLIS = 50;

    private final BoundedHttp http;
    private final URI base;
    private final String audience;
    private final TokenSource tokens;
    private final Duration limit;

    public ServiceCall(BoundedHttp http, URI base, String audience, TokenSource tokens, Duration limit) {
        this.http = http;
        this.base = base;
        this.audience = audience;
        this.tokens = tokens;
        this.limit = limit;
    }

    public CompletableFuture<Reply> put(String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    public CompletableFuture<Reply> post(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()));
    }

    private CompletableFuture<Reply> send(HttpRequest.Builder request) {
        request.header("Accept", "application/json, application/problem+json");
        Subject.announceIn(request);
        var begun = System.nanoTime();
        // The second attempt begins on a thread of the HTTP client's, and belongs to this one's trace all the same.
        Function<Reply, CompletionStage<Reply>> orAgain = reply ->
                isUnauthorized(reply) ? attempt(request, limit.minusNanos(System.nanoTime() - begun)) : done(reply);
        return attempt(request, limit).thenCompose(Context.current().wrapFunction(orAgain));
    }

    private CompletableFuture<Reply> attempt(HttpRequest.Builder request, Duration wait) {
        if (!wait.isPositive()) {
            return done(new Reply.NoAnswer("no time left"));
        }
        var token = tokens.tokenFor(audience);
        if (token.isEmpty()) {
            return done(new Reply.NoAnswer("no service token for " + audience));
        }
        request.setHeader("Authorization", "Bearer " + token.get())
                .setHeader(DeadlineFilter.HEADER, Long.toString(Math.max(wait.toMillis() - MARGIN_MILLIS, 1)));
        return http.send(request.build(), wait).thenApply(reply -> {
            if (isUnauthorized(reply)) {
                tokens.refused(audience, token.get());
            }
            return reply;
        });
    }

    private static boolean isUnauthorized(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.status() == 401;
    }

    private static CompletableFuture<Reply> done(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
