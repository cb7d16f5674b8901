package dev.covenant.chassis.callee;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

import dev.covenant.chassis.http.Reply;

/**
 * The way for one kind of call to a callee: so many at once, none while its circuit is open, and none before the time that the callee
 * itself asked for (Retry-After of a 429 or 503, up to a limit). When others of this kind were answered well meanwhile, that was about
 * the one call alone, and stops nobody else. Thread-safe.
 */
public final class Lane {
    private final String name;
    private final String kind;
    private final Circuit circuit;
    private final Bulkhead places;
    private final int most;
    private final Duration longestPause;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile long answeredWell = System.nanoTime();
    private volatile Consumer<Refusal> watcher = _ -> {};

    Lane(String callee, String kind, Circuit circuit, LaneLimits limits, Clock clock) {
        this.name = callee + " " + kind;
        this.kind = kind;
        this.circuit = circuit;
        this.most = limits.most();
        this.longestPause = limits.longestPause();
        this.clock = clock;
        places = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.most())
                        .maxWaitDuration(limits.patience())
                        .build());
    }

    /**
     * Makes the call, or completes at once with {@link Reply.NotSent}. A call has its place until its reply is there; one that was
     * given up gives it back with that.
     *
     * @param call begins it; NotSent of its own counts against the callee
     */
    public CompletableFuture<Reply> send(Supplier<CompletableFuture<Reply>> call) {
        if (isPaused()) {
            return notSent(Refusal.ASKED_TO_WAIT, "was asked to wait");
        }
        if (!places.tryAcquirePermission()) {
            return notSent(Refusal.NO_PLACE, "has %d calls in flight".formatted(most));
        }
        if (!circuit.enter()) {
            places.onComplete();
            return notSent(Refusal.CIRCUIT_OPEN, "has its circuit open");
        }
        return begin(call);
    }

    /** Whether a call would be sent now, as far as can be said without making it: what depends on it need not be begun. */
    public boolean admits() {
        return !isPaused() && circuit.admits();
    }

    /** Such as {@code reads}. */
    public String kind() {
        return kind;
    }

    public int inFlight() {
        return most - places.getMetrics().getAvailableConcurrentCalls();
    }

    /** Tells of each call that is not sent, on the thread that wanted it. One watcher; a later one takes its place. */
    public void watch(Consumer<Refusal> watcher) {
        this.watcher = watcher;
    }

    private CompletableFuture<Reply> begin(Supplier<CompletableFuture<Reply>> call) {
        var begun = System.nanoTime();
        var sent = false;
        try {
            var replies = call.get().whenComplete((reply, fault) -> leave(reply, begun));
            sent = true;
            return replies;
        } finally {
            if (!sent) {
                leave(null, begun);
            }
        }
    }

    private void leave(Reply reply, long begun) {
        places.onComplete();
        if (reply == null) {
            circuit.broken();
            return;
        }
        circuit.ended(reply, System.nanoTime() - begun);
        if (!Circuit.isFailure(reply)) {
            answeredWell = System.nanoTime();
        } else if (reply instanceof Reply.Answer(int status, byte[] _, int seconds)
                && (status == 429 || status == 503)
                && seconds > 0
                && answeredWell - begun <= 0) {
            pause(Duration.ofSeconds(seconds));
        }
    }

    private void pause(Duration asked) {
        var until = clock.instant().plus(asked.compareTo(longestPause) < 0 ? asked : longestPause);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    private boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    private CompletableFuture<Reply> notSent(Refusal refusal, String why) {
        watcher.accept(refusal);
        return CompletableFuture.completedFuture(new Reply.NotSent(name + " " + why));
    }
}
