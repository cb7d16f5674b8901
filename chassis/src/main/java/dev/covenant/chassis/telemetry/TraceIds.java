package dev.covenant.chassis.telemetry;

import java.util.concurrent.ThreadLocalRandom;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;

/** Ids for a trace of which no spans are kept. Random as the SDK's are; never the invalid all-zero ones. */
final class TraceIds {
    private TraceIds() {}

    static String newTraceId() {
        var random = ThreadLocalRandom.current();
        return TraceId.fromLongs(random.nextLong(), random.nextLong() | 1);
    }

    static String newSpanId() {
        return SpanId.fromLong(ThreadLocalRandom.current().nextLong() | 1);
    }
}
