package dev.covenant.chassis.telemetry;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoredTraceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";
    private static final Context REQUEST = Context.root()
            .with(Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault())));

    @Test
    void keepsTraceAndSubject() {
        try (var _ = Subject.of(REQUEST, "order-1").makeCurrent()) {
            assertThat(StoredTrace.current()).isEqualTo(TRACEPARENT + " order-1");
        }
        try (var _ = StoredTrace.context(TRACEPARENT + " order-1").makeCurrent()) {
            assertThat(StoredTrace.current()).isEqualTo(TRACEPARENT + " order-1");
        }
    }

    @Test
    void keepsATraceWithoutASubject() {
        try (var _ = StoredTrace.context(TRACEPARENT).makeCurrent()) {
            assertThat(StoredTrace.current()).isEqualTo(TRACEPARENT);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nonsense", "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
    void startsFromNothingWhereNothingReadableIsStored(String stored) {
        try (var _ = REQUEST.makeCurrent();
                var _ = StoredTrace.context(stored).makeCurrent()) {
            assertThat(StoredTrace.current()).isNull();
        }
    }

    /** The thread of a pool may have any trace: what is stored wins. */
    @Test
    void worksInTheStoredTraceWhateverTheThreadDidBefore() {
        var other = StoredTrace.context("00-11111111111111111111111111111111-2222222222222222-01 other");
        var seen = new CompletableFuture<String>();
        try (var _ = other.makeCurrent()) {
            new TracedWork(OpenTelemetry.noop().getTracer("test"))
                    .run(
                            StoredTrace.context(TRACEPARENT + " order-1"),
                            "work",
                            Attributes.empty(),
                            () -> seen.complete(StoredTrace.current()));
        }
        assertThat(seen).isCompletedWithValue(TRACEPARENT + " order-1");
    }

    @Test
    void namesTheSubjectToACallee() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost/"));
        try (var _ = Subject.of(Context.root(), "order-1").makeCurrent()) {
            Subject.announceIn(request);
        }
        assertThat(request.build().headers().firstValue("baggage")).contains("covenant.subject=order-1");
    }

    @Test
    void believesACallerOnlyAnId() {
        assertThat(subjectFromBaggage("order-1")).isEqualTo("order-1");
        assertThat(subjectFromBaggage("order 1\nwith a line of its own")).isEmpty();
        assertThat(subjectFromBaggage("x".repeat(65))).isEmpty();
    }

    private static String subjectFromBaggage(String value) {
        var baggage = Baggage.builder().put("covenant.subject", value).build();
        try (var _ = Context.root().with(baggage).makeCurrent()) {
            return Subject.current().orElse("");
        }
    }
}
