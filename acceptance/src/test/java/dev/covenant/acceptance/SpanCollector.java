package dev.covenant.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.observe.SpanRecord;

/** Takes spans as Zipkin does, and keeps all that it got. */
final class SpanCollector implements AutoCloseable {
    private final HttpServer server;
    private final List<SpanRecord> spans = new CopyOnWriteArrayList<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() {
        try {
            var collector =
                    new SpanCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.createContext("/api/v2/spans", collector::take);
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes a service report here, under this name and at once. */
    Map<String, String> reportingAs(String name) {
        return Map.of(
                "OTEL_SDK_DISABLED", "false",
                "OTEL_SERVICE_NAME", name,
                "OTEL_TRACES_EXPORTER", "zipkin",
                "OTEL_EXPORTER_ZIPKIN_ENDPOINT",
                        "http://localhost:%d/api/v2/spans"
                                .formatted(server.getAddress().getPort()),
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_LOGS_EXPORTER", "none",
                "OTEL_BSP_SCHEDULE_DELAY", "100");
    }

    SpanRecord await(String description, Predicate<SpanRecord> wanted) {
        return Awaitility.await(description)
                .atMost(Stage.LIMIT)
                .until(() -> spans.stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    List<SpanRecord> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (var body = body(exchange)) {
            JsonMapper.shared().readTree(body).valueStream().map(SpanRecord::of).forEach(spans::add);
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }
}
