package dev.covenant.devstack.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.covenant.devstack.DevstackException;

/**
 * The message that a rule of a {@link FaultProxy} catches or has caught. It is held until {@link #release()} or
 * {@link #drop()}, whichever comes first; either may come before the message does. Thread-safe.
 */
public final class HeldMessage {
    private final String rule;
    private final CompletableFuture<CaughtRequest> held = new CompletableFuture<>();
    private final CompletableFuture<CaughtAnswer> answered = new CompletableFuture<>();
    private final CompletableFuture<Boolean> decision = new CompletableFuture<>();

    HeldMessage(String rule) {
        this.rule = rule;
    }

    /**
     * Returns when the proxy holds the message. A held request has not reached the callee; a held answer means that the
     * callee has done its work.
     *
     * @throws DevstackException when no message came within {@code limit}, or its connection broke first
     */
    public HeldMessage awaitHeld(Duration limit) {
        await(held, limit);
        return this;
    }

    /**
     * Waits for what the callee answers: to a held request after its release, whether or not the caller still waits.
     *
     * @throws DevstackException when there is no answer within {@code limit}, or the connection to the callee broke first
     */
    public CaughtAnswer awaitAnswer(Duration limit) {
        return await(answered, limit);
    }

    /**
     * The request that was caught.
     *
     * @throws IllegalStateException before {@link #awaitHeld} has returned
     */
    public CaughtRequest request() {
        return now(held);
    }

    /**
     * The callee's answer to it.
     *
     * @throws IllegalStateException as long as there is none
     */
    public CaughtAnswer answer() {
        return now(answered);
    }

    /**
     * Lets it go on; returns at once. A request is sent to the callee even if its caller has gone meanwhile, on a new
     * connection, so that it arrives at a callee that was restarted too.
     */
    public void release() {
        decision.complete(true);
    }

    /** It never arrives: the caller's connection is reset. A request has then never reached the callee. */
    public void drop() {
        decision.complete(false);
    }

    void held(CaughtRequest request) {
        held.complete(request);
    }

    void answered(CaughtAnswer answer) {
        answered.complete(answer);
    }

    void failed(Exception cause) {
        held.completeExceptionally(cause);
        answered.completeExceptionally(cause);
    }

    /** Waits for {@link #release()} or {@link #drop()}. */
    boolean isReleased() {
        return decision.join();
    }

    private <T> T await(CompletableFuture<T> event, Duration limit) {
        try {
            return event.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DevstackException("%s: nothing within %s".formatted(rule, limit), e);
        } catch (ExecutionException e) {
            throw new DevstackException("%s: %s".formatted(rule, e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException(rule + ": interrupted", e);
        }
    }

    private <T> T now(CompletableFuture<T> event) {
        if (event.state() != CompletableFuture.State.SUCCESS) {
            throw new IllegalStateException(rule + ": not yet");
        }
        return event.resultNow();
    }

    @Override
    public String toString() {
        return rule;
    }
}
