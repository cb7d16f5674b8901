package dev.covenant.chassis.telemetry;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every request a trace while spans are not recorded: the caller's, or else a new one that nobody samples. With the SDK on that is
 * the server's own work. A servlet filter, because it ends on the thread that it began on, which a request that is answered later does
 * not.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TraceFilter implements Filter {
    private boolean spansRecorded;

    @Override
    public void init(FilterConfig filter) {
        spansRecorded = !ConfigProvider.getConfig()
                .getOptionalValue("otel.sdk.disabled", Boolean.class)
                .orElse(true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (spansRecorded) {
            chain.doFilter(request, response);
            return;
        }
        try (var _ = context((HttpServletRequest) request).makeCurrent()) {
            chain.doFilter(request, response);
        }
    }

    private static Context context(HttpServletRequest request) {
        var baggage = W3CBaggagePropagator.getInstance().extract(Context.root(), request, Headers.OF_REQUEST);
        var context = W3CTraceContextPropagator.getInstance().extract(baggage, request, Headers.OF_REQUEST);
        return Span.fromContext(context).getSpanContext().isValid() ? context : context.with(Span.wrap(newTrace()));
    }

    private static SpanContext newTrace() {
        return SpanContext.create(
                TraceIds.newTraceId(), TraceIds.newSpanId(), TraceFlags.getDefault(), TraceState.getDefault());
    }
}
