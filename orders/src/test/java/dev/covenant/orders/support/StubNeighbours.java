package dev.covenant.orders.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

/**
 * Stands in for inventory and payments where a test is about orders alone: everything succeeds unless a test says otherwise for a
 * payment token or a SKU. That the answers are those of the real services is what the contracts are for.
 */
public final class StubNeighbours implements ServerSetup {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> paymentTokens = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> prepare(TestParts parts) {
        var server = listen();
        parts.lifetime().own(() -> server.stop(0));
        var address = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "INVENTORY_URL",
                address,
                "PAYMENTS_URL",
                address,
                "TOKEN_URL",
                parts.issuer().issuer() + "/token",
                "CLIENT_ID",
                "orders",
                "CLIENT_SECRET",
                "any",
                "ENCRYPTION_KEY",
                Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** What was called, as {@code METHOD path}, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private HttpServer listen() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/v1/reservations/", this::inventory);
            server.createContext("/api/v1/payments/", this::payments);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inventory(HttpExchange exchange) throws IOException {
        var body = record(exchange);
        if (body.contains("SHORT-")) {
            answer(exchange, 409, """
                    {"type":"urn:covenant:problem:insufficient-stock","title":"Insufficient stock","status":409,\
                    "shortages":[{"sku":"SHORT-LAMP","requested":2,"available":1}]}""");
        } else {
            answer(exchange, 200, "{\"state\":\"%s\"}".formatted(body.isEmpty() ? "COMMITTED" : "HELD"));
        }
    }

    private void payments(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = record(exchange);
        var id = path.split("/")[4];
        if (body.contains("paymentToken")) {
            paymentTokens.put(id, body);
        }
        var token = paymentTokens.getOrDefault(id, "");
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "capture" -> {
                if (token.contains("refuse_capture")) {
                    answer(exchange, 409, "{\"type\":\"urn:covenant:problem:capture-refused\"}");
                } else {
                    answer(exchange, 200, "{\"state\":\"CAPTURED\"}");
                }
            }
            case "void" -> answer(exchange, 200, "{\"state\":\"VOIDED\"}");
            default -> {
                if (token.contains("decline")) {
                    answer(exchange, 200, "{\"state\":\"DECLINED\",\"declineReason\":\"insufficient_funds\"}");
                } else if (token.contains("pending")) {
                    answer(exchange, 200, "{\"state\":\"PENDING\"}");
                } else {
                    answer(exchange, 200, "{\"state\":\"AUTHORIZED\"}");
                }
            }
        }
    }

    private String record(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
