package dev.covenant.chassis.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

/**
 * The trace that a piece of work belongs to, as a text that is stored beside the work: whoever goes on with it, at whatever time and in
 * whichever replica, goes on in that trace. It is the W3C traceparent, followed by a space and the subject when there is one.
 */
public final class StoredTrace {
    private StoredTrace() {}

    /** That of this thread's work; null when it belongs to none. At most 120 characters. */
    public static String current() {
        var context = Context.current();
        if (!Span.fromContext(context).getSpanContext().isValid()) {
            return null;
        }
        var text = new StringBuilder();
        W3CTraceContextPropagator.getInstance().inject(context, text, (carrier, name, value) -> {
            if (name.equals(Headers.TRACEPARENT)) {
                carrier.append(value);
            }
        });
        Subject.current().ifPresent(subject -> text.append(' ').append(subject));
        return text.toString();
    }

    /** Nothing but what was stored, whatever this thread did before; a context without a trace when that is null or unreadable. */
    public static Context context(String stored) {
        if (stored == null) {
            return Context.root();
        }
        var parts = stored.split(" ", 2);
        var context =
                W3CTraceContextPropagator.getInstance().extract(Context.root(), parts[0], Headers.TRACEPARENT_ALONE);
        return parts.length == 2 ? Subject.of(context, parts[1]) : context;
    }
}
