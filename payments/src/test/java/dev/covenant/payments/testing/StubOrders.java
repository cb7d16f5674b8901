package dev.covenant.payments.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Hears outcomes in the place of orders, behind a proxy. It knows every payment unless a test says otherwise. */
public final class StubOrders implements AutoCloseable {
    private static final Answer KNOWN = new Answer(204, "");

    private final Map<String, List<String>> told = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    private StubOrders(HttpServer server) {
        this.server = server;
    }

    static StubOrders start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var orders = new StubOrders(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/v1/payment-outcomes/", orders::hear);
            server.start();
            return orders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Telling this payment's outcome, as it is seen on the wire. */
    public static String call(UUID payment) {
        return "PUT /api/v1/payment-outcomes/" + payment;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The bodies that came for this payment, in order. */
    public List<String> told(UUID payment) {
        return told.getOrDefault(payment.toString(), List.of());
    }

    /** From now on this payment's outcome is answered so. */
    public void answer(UUID payment, int status, String body) {
        answers.put(payment.toString(), new Answer(status, body));
    }

    public void answerAsUsual(UUID payment) {
        answers.remove(payment.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var payment = path.substring(path.lastIndexOf('/') + 1);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.computeIfAbsent(payment, _ -> new CopyOnWriteArrayList<>()).add(body);
            var answer = answers.getOrDefault(payment, KNOWN);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Answer(int status, String body) {}
}
