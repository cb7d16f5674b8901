package dev.covenant.payments.client.orders;

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
 * Sends a request to orders on its lane, with our service token. A 401 gets a fresh token and one more try, if the limit leaves time for
 * it; all else is the delivery's to repeat. Completes within the limit, and about a second more for each token that the issuer is asked
 * for; never exceptionally.
 */
final class OrdersCall {
    /** What orders must leave us to read its answer. */
    private static final long MARGIN_MILLIS = 50;

    private static final long LEAST_MILLIS = 2 * MARGIN_MILLIS;

    private final BoundedHttp http;
    private final URI base;
    private final TokenSource tokens;
    private final Duration limit;
    private final Lane lane;

    OrdersCall(BoundedHttp http, URI base, TokenSource tokens, Duration limit, Lane lane) {
        this.http = http;
        this.base = base;
        this.tokens = tokens;
        this.limit = limit;
        this.lane = lane;
    }

    boolean isAdmitted() {
        return lane.admits();
    }

    CompletableFuture<Reply> put(String path, byte[] body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body));
        Subject.announceIn(request);
        return lane.send(() -> {
            var begun = System.nanoTime();
            // The second try begins on a thread of the HTTP client's, and belongs to this one's trace all the same.
            Function<Reply, CompletionStage<Reply>> orAgain = reply -> isUnauthorized(reply)
                    ? again(request, limit.minusNanos(System.nanoTime() - begun), reply)
                    : done(reply);
            return attempt(request, limit).thenCompose(Context.current().wrapFunction(orAgain));
        });
    }

    private CompletableFuture<Reply> again(HttpRequest.Builder request, Duration left, Reply first) {
        return left.toMillis() > LEAST_MILLIS ? attempt(request, left) : done(first);
    }

    private CompletableFuture<Reply> attempt(HttpRequest.Builder request, Duration wait) {
        var token = tokens.token();
        if (token.isEmpty()) {
            return done(new Reply.NotSent("no service token for orders"));
        }
        request.setHeader("Authorization", "Bearer " + token.get())
                .setHeader(DeadlineFilter.HEADER, Long.toString(wait.toMillis() - MARGIN_MILLIS));
        return http.send(request.build(), wait).thenApply(reply -> {
            if (isUnauthorized(reply)) {
                tokens.refused(token.get());
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
