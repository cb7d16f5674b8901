package dev.covenant.devstack.shop;

import java.util.random.RandomGenerator;

/** The beginning of a trace that is to be recorded, as a client makes it (W3C Trace Context). */
public record Traceparent(String traceId, String spanId) {
    public static Traceparent fresh() {
        var random = RandomGenerator.getDefault();
        // An id of nothing but zeros is none.
        return new Traceparent(
                "%016x%016x".formatted(random.nextLong(), random.nextLong() | 1),
                "%016x".formatted(random.nextLong() | 1));
    }

    @Override
    public String toString() {
        return "00-%s-%s-01".formatted(traceId, spanId);
    }
}
