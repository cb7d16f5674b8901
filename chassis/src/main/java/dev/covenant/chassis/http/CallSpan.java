package dev.covenant.chassis.http;

import java.net.http.HttpRequest;
import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

/**
 * The span of one call to another service. It knows method, address, path and status; never a query, a header or a body. Begun on the
 * thread whose work the call is; ended on any.
 */
final class CallSpan {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Span span;
    private final Context context;

    private CallSpan(Span span, Context parent) {
        this.span = span;
        this.context = parent.with(span);
    }

    static CallSpan begin(Tracer tracer, HttpRequest request) {
        var parent = Context.current();
        var address = request.uri();
        var template = ID.matcher(address.getPath()).replaceAll("{id}");
        var span = tracer.spanBuilder(request.method() + " " + template)
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", request.method())
                .setAttribute("url.path", address.getPath())
                .setAttribute("url.template", template)
                .setAttribute("server.address", address.getHost())
                .setAttribute("server.port", (long) address.getPort())
                .startSpan();
        return new CallSpan(span, parent);
    }

    /** The request with the traceparent that tells the callee where it belongs. */
    HttpRequest announcedIn(HttpRequest request) {
        var announced = HttpRequest.newBuilder(request, (_, _) -> true);
        W3CTraceContextPropagator.getInstance().inject(context, announced, HttpRequest.Builder::setHeader);
        return announced.build();
    }

    /** @return the reply that it is given */
    Reply ended(Reply reply) {
        switch (reply) {
            case Reply.Answer(int status, byte[] _, int _) -> {
                span.setAttribute("http.response.status_code", (long) status);
                if (status >= 400) {
                    failed(Integer.toString(status));
                }
            }
            case Reply.NoAnswer(var cause) -> failed(cause);
            case Reply.NotSent(var cause) -> failed(cause);
        }
        span.end();
        return reply;
    }

    private void failed(String cause) {
        span.setAttribute("error.type", cause).setStatus(StatusCode.ERROR);
    }
}
