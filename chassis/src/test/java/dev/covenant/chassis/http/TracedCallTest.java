package dev.covenant.chassis.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.telemetry.StoredTrace;

import static org.assertj.core.api.Assertions.assertThat;

/** Without an SDK, as where nobody collects spans: the callee still hears to which trace a call belongs. */
class TracedCallTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final BoundedHttp http = new BoundedHttp(LIMIT, OpenTelemetry.noop().getTracer("test"));
    private final CompletableFuture<String> traceparent = new CompletableFuture<>();
    private HttpServer callee;

    @BeforeEach
    void listen() throws IOException {
        callee = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        callee.createContext("/", exchange -> {
            traceparent.complete(exchange.getRequestHeaders().getFirst("traceparent"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        callee.start();
    }

    @AfterEach
    void stop() {
        callee.stop(0);
    }

    @Test
    void tellsTheCalleeTheTraceOfTheThreadThatAsks() {
        try (var _ = StoredTrace.context("00-" + TRACE + "-b7ad6b7169203331-01 order-1")
                .makeCurrent()) {
            call();
        }
        assertThat(traceparent.join()).matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    }

    @Test
    void tellsNothingWhereThereIsNoTrace() {
        call();
        assertThat(traceparent.join()).isNull();
    }

    private void call() {
        var address = callee.getAddress();
        var uri = URI.create("http://%s:%d/".formatted(address.getHostString(), address.getPort()));
        assertThat(http.send(HttpRequest.newBuilder(uri).build(), LIMIT).join()).isInstanceOf(Reply.Answer.class);
    }
}
