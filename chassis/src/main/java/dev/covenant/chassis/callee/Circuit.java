package dev.covenant.chassis.callee;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;

import dev.covenant.chassis.http.Reply;

/** The circuit of one callee. Nobody tends it: after its wait the next call there is, whoever makes it, is a probe. Thread-safe. */
final class Circuit {
    private static final System.Logger LOG = System.getLogger(Circuit.class.getName());

    private final CircuitBreaker breaker;
    private final CircuitLimits limits;
    private final Clock clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Instant openUntil = Instant.MIN;
    private volatile String lastFailure = "none";

    Circuit(String callee, CircuitLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        breaker = CircuitBreaker.of(
                callee,
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                limits.window(),
                                limits.leastCalls(),
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(limits.failurePercent())
                        .waitDurationInOpenState(limits.pause())
                        .permittedNumberOfCallsInHalfOpenState(limits.probes())
                        .recordResult(reply -> isFailure((Reply) reply))
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(this::changed);
    }

    /** Whether a call would be let through now, as far as can be said without making it. */
    boolean admits() {
        return switch (breaker.getState()) {
            case OPEN -> clock.instant().isAfter(openUntil);
            case HALF_OPEN -> inFlight.get() + breaker.getMetrics().getNumberOfBufferedCalls() < limits.probes();
            default -> true;
        };
    }

    /** Whoever gets true reports with {@link #ended} or {@link #broken}, once. */
    boolean enter() {
        if (!breaker.tryAcquirePermission()) {
            return false;
        }
        inFlight.incrementAndGet();
        return true;
    }

    void ended(Reply reply, long nanos) {
        inFlight.decrementAndGet();
        if (isFailure(reply)) {
            lastFailure = words(reply);
        }
        breaker.onResult(nanos, TimeUnit.NANOSECONDS, reply);
    }

    /** By a fault of ours, which says nothing about the callee. */
    void broken() {
        inFlight.decrementAndGet();
        breaker.releasePermission();
    }

    CircuitState state() {
        return CircuitState.valueOf(breaker.getState().name());
    }

    /** What a callee that is well would not answer. A 4xx is about the request; that one comes at all speaks for the callee. */
    static boolean isFailure(Reply reply) {
        return switch (reply) {
            case Reply.NotSent _, Reply.NoAnswer _ -> true;
            case Reply.Answer(int status, byte[] _, int _) -> status == 429 || status >= 500;
        };
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.NotSent(var cause) -> cause;
            case Reply.NoAnswer(var cause) -> "no answer, " + cause;
            case Reply.Answer(int status, byte[] _, int _) -> "status " + status;
        };
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        var callee = event.getCircuitBreakerName();
        var to = event.getStateTransition().getToState();
        if (to == State.OPEN) {
            openUntil = clock.instant().plus(limits.pause());
            LOG.log(System.Logger.Level.WARNING, "The circuit of {0} is OPEN now; last: {1}", callee, lastFailure);
        } else {
            LOG.log(System.Logger.Level.INFO, "The circuit of {0} is {1} now", callee, to);
        }
    }
}
