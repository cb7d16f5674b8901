package dev.covenant.chassis.telemetry;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.opentelemetry.context.propagation.TextMapGetter;

/** Where the W3C propagators read. */
final class Headers {
    static final String TRACEPARENT = "traceparent";

    /** From a text that is a traceparent. */
    static final TextMapGetter<String> TRACEPARENT_ALONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(String traceparent, String name) {
            return name.equals(TRACEPARENT) ? traceparent : null;
        }
    };

    static final TextMapGetter<HttpServletRequest> OF_REQUEST = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return request.getHeaderNames()::asIterator;
        }

        @Override
        public String get(HttpServletRequest request, String name) {
            return request.getHeader(name);
        }
    };

    private Headers() {}
}
