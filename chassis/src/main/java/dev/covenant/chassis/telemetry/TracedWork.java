package dev.covenant.chassis.telemetry;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Work that is a span of its own, in the trace that it is given or that it runs in. Where spans are not recorded, the trace id still is there. */
@ApplicationScoped
public class TracedWork {
    private final Tracer tracer;

    @Inject
    public TracedWork(Tracer tracer) {
        this.tracer = tracer;
    }

    /** On this thread, whatever trace that was in before. A fault marks the span and goes on to the caller. */
    public void run(Context trace, String name, Attributes attributes, Runnable work) {
        var span = begin(trace, name, attributes);
        try (var _ = trace.with(span).makeCurrent()) {
            work.run();
        } catch (RuntimeException fault) {
            span.setAttribute("error.type", fault.getClass().getSimpleName()).setStatus(StatusCode.ERROR);
            throw fault;
        } finally {
            span.end();
        }
    }

    /** Begun on this thread as a part of its work, ended with its result. @param outcome in one word or two, for the span */
    public <T> CompletionStage<T> ask(
            String name, Attributes attributes, Supplier<CompletionStage<T>> work, Function<T, String> outcome) {
        var context = Context.current();
        var span = begin(context, name, attributes);
        try (var _ = context.with(span).makeCurrent()) {
            return work.get().whenComplete((result, fault) -> {
                if (fault == null) {
                    span.setAttribute("outcome", outcome.apply(result));
                } else {
                    span.setStatus(StatusCode.ERROR);
                }
                span.end();
            });
        }
    }

    private Span begin(Context parent, String name, Attributes attributes) {
        return tracer.spanBuilder(name)
                .setParent(parent)
                .setAllAttributes(attributes)
                .startSpan();
    }
}
