package dev.covenant.orders.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.opentelemetry.context.Context;

import dev.covenant.chassis.callee.Lane;
import dev.covenant.chassis.deadline.DeadlineFilter;
import dev.covenant.chassis.http.BoundedHttp;
import dev.covenant.chassis.http.Reply;
import dev.covenant.chassis.telemetry.Subject;

/**
 * Calls one neighbour, on one lane, with our service token for it. A 401 gets a fresh token and one more try in what is left of the
 * limit, as one call of the lane's; everything else is the caller's to repeat. Completes within the limit, and within about a second
 * more for each token that the issuer is asked for, and the lane's wait for a place; never exceptionally. A token that cannot be had is
 * a call that was not sent.
 */
public final class ServiceCall {
    /** What the callee must leave us to read its answer. */
    private static final long MARGIN_MILLIS = 50;

    private static final long LEAST_MILLIS = 2 * MARGIN_MILLIS;

    private final BoundedHttp http;
    private final URI base;
    private final String audience;
    private final TokenSource tokens;
    private final Duration limit;
    private final Lane lane;

    ServiceCall(BoundedHttp http, URI base, String audience, TokenSource tokens, Duration limit, Lane lane) {
        this.http = http;
        this.base = base;
        this.audience = audience;
        this.tokens = tokens;
        this.limit = limit;
        this.lane = lane;
    }

    /** Whether a call would be sent now, as far as can be said without making it. */
    public boolean isAdmitted() {
        return lane.admits();
    }

    /** @param path with its query */
    public CompletableFuture<Reply> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
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
        return lane.send(() -> {
            var begun = System.nanoTime();
            // The second attempt begins on a thread of the HTTP client's, and belongs to this one's trace all the same.
            Function<Reply, CompletionStage<Reply>> orAgain = reply -> isUnauthorized(reply)
                    ? again(request, limit.minusNanos(System.nanoTime() - begun), reply)
                    : done(reply);
            return attempt(request, limit).thenCompose(Context.current().wrapFunction(orAgain));
        });
    }

    /** With too little time left the first reply stands: a callee must not be asked what it can only refuse for lack of time. */
    private CompletableFuture<Reply> again(HttpRequest.Builder request, Duration left, Reply first) {
        return left.toMillis() > LEAST_MILLIS ? attempt(request, left) : done(first);
    }

    private CompletableFuture<Reply> attempt(HttpRequest.Builder request, Duration wait) {
        var token = tokens.tokenFor(audience);
        if (token.isEmpty()) {
            return done(new Reply.NotSent("no service token for " + audience));
        }
        request.setHeader("Authorization", "Bearer " + token.get())
                .setHeader(DeadlineFilter.HEADER, Long.toString(wait.toMillis() - MARGIN_MILLIS));
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
