package dev.covenant.orders.checkout;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;

import dev.covenant.chassis.telemetry.StoredTrace;
import dev.covenant.chassis.telemetry.Subject;
import dev.covenant.chassis.telemetry.TracedWork;

/**
 * Keeps all work on a saga in the trace of the request that placed the order, whoever does it and on whatever thread: the trace comes
 * from the saga's row, never from the thread.
 */
@ApplicationScoped
class SagaTrace {
    private final TracedWork tracedWork;

    @Inject
    SagaTrace(TracedWork tracedWork) {
        this.tracedWork = tracedWork;
    }

    /** What is stored with a new saga; the work of this thread so far is where it begins. */
    static String begin(UUID orderId) {
        try (var _ = Subject.of(Context.current(), orderId.toString()).makeCurrent()) {
            return StoredTrace.current();
        }
    }

    /** All that is done under one lease, as one span. */
    void under(Lease lease, Runnable work) {
        var attributes = Attributes.builder()
                .put("order.id", lease.orderId().toString())
                .put("saga.replica", lease.owner())
                .put("saga.attempt", lease.attempt())
                .build();
        tracedWork.run(StoredTrace.context(lease.trace()), "checkout", attributes, work);
    }

    /** One step asked once, as a span below that of the lease. */
    CompletionStage<StepAnswer> step(StepName name, Supplier<CompletionStage<StepAnswer>> call) {
        var attributes = Attributes.builder()
                .put("order.id", Subject.current().orElse("unknown"))
                .put("saga.step", name.name())
                .build();
        return tracedWork.ask("checkout " + name, attributes, call, SagaTrace::outcome);
    }

    private static String outcome(StepAnswer answer) {
        return switch (answer) {
            case StepAnswer.Done() -> "done";
            case StepAnswer.Refused(var type, var _) -> "refused: " + type;
            case StepAnswer.NotAsked(var cause) -> "not asked: " + cause;
            case StepAnswer.Undecided undecided -> "unknown: " + undecided.cause();
        };
    }
}
