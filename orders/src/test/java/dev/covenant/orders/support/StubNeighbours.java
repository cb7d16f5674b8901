package dev.covenant.orders.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;

/**
 * Stands in for inventory and payments where a test is about orders alone: everything succeeds unless a test says otherwise for a
 * mark, which is any text in a SKU or a payment token. That the answers are those of the real services is what the contracts are for.
 */
public class StubNeighbours implements ServerSetup {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, StubAnswer> scripted = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Lifetime lifetime;

    @Override
    public Map<String, String> prepare(TestParts parts) {
        lifetime = parts.lifetime();
        lifetime.own(over::countDown);
        var server = listen();
        var address = "http://localhost:" + server.getAddress().getPort();
        var environment = new HashMap<String, String>();
        // A cold server on a busy machine takes its time; whoever will not wait says so.
        environment.put("ORDERS_RESPONSE_DEADLINE_MS", "20000");
        for (var neighbour : List.of("INVENTORY", "PAYMENTS")) {
            environment.put(neighbour + "_URL", address);
            // A test that holds an answer back has this long to say what it is about.
            environment.put("ORDERS_%s_LIMIT_MS".formatted(neighbour), "10000");
            // One test's silent neighbour is not another's.
            environment.put("ORDERS_%s_CIRCUIT_WINDOW".formatted(neighbour), "1000");
            environment.put("ORDERS_%s_CIRCUIT_LEAST_CALLS".formatted(neighbour), "1000");
        }
        environment.put("TOKEN_URL", parts.issuer().issuer() + "/token");
        environment.put("CLIENT_ID", "orders");
        environment.put("CLIENT_SECRET", "any");
        environment.put("ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        return environment;
    }

    /** From now on this step of orders with the mark is answered like this. */
    public void answer(String mark, String step, StubAnswer answer) {
        scripted.put(step + " " + mark, answer);
    }

    /** From now on this step of orders with the mark succeeds again. */
    public void answerAsUsual(String mark, String step) {
        scripted.remove(step + " " + mark);
    }

    /** From now on this step of orders with the mark is heard, done, and not answered until {@link #letAnswer}. */
    public void holdAnswer(String mark, String step) {
        held.put(step + " " + mark, new CountDownLatch(1));
    }

    public void letAnswer(String mark, String step) {
        held.remove(step + " " + mark).countDown();
    }

    /** The steps that were asked for orders with the mark, such as {@code reserve}, as they came. */
    public List<String> stepsAsked(String mark) {
        return calls.stream()
                .filter(call -> call.order().contains(mark))
                .map(Call::step)
                .toList();
    }

    /** Those of them that came over TLS. */
    public List<String> stepsAskedOverTls(String mark) {
        return calls.stream()
                .filter(call -> call.overTls() && call.order().contains(mark))
                .map(Call::step)
                .toList();
    }

    /** The bodies of one step of orders with the mark, as they came. */
    public List<String> bodies(String mark, String step) {
        return calls.stream()
                .filter(call -> call.order().contains(mark) && call.step().equals(step))
                .map(Call::body)
                .toList();
    }

    /** The ids of the refunds that were asked for of orders with the mark, as they came. */
    public List<String> refundIds(String mark) {
        return calls.stream()
                .filter(call -> call.order().contains(mark) && call.step().equals("refunds"))
                .map(Call::last)
                .toList();
    }

    /** The same neighbours at another address, for callers with a certificate that {@code tls} trusts. */
    public URI overTls(SSLContext tls) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls) {
                @Override
                public void configure(HttpsParameters connection) {
                    var parameters = tls.getDefaultSSLParameters();
                    parameters.setNeedClientAuth(true);
                    connection.setSSLParameters(parameters);
                }
            });
            serve(server);
            return URI.create("https://localhost:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer listen() {
        try {
            return serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer serve(HttpServer server) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/reservations/", exchange -> handle(exchange, "reserve"));
        server.createContext("/api/v1/payments/", exchange -> handle(exchange, "authorize"));
        server.createContext("/api/v2/stock", exchange -> tell(exchange, "stock"));
        server.createContext("/api/v1/payment-methods", exchange -> tell(exchange, "payment-methods"));
        server.start();
        lifetime.own(() -> server.stop(0));
        return server;
    }

    /** Paths are /api/v1/{kind}/{id}, /api/v1/{kind}/{id}/{step} and /api/v1/payments/{id}/refunds/{refundId}. */
    private void handle(HttpExchange exchange, String firstStep) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var step = path.length == 5 ? firstStep : path[5];
        if (step.equals(firstStep)) {
            bodies.put(path[4], body);
        }
        var order = bodies.getOrDefault(path[4], "");
        calls.add(new Call(step, path[path.length - 1], order, body, exchange instanceof HttpsExchange));
        send(exchange, answerTo(step, order, () -> StubAnswer.usual(step)));
    }

    /** Questions of the page, which have all that there is to know in their query. */
    private void tell(HttpExchange exchange, String step) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        calls.add(new Call(step, step, query, "", exchange instanceof HttpsExchange));
        send(exchange, answerTo(step, query, () -> step.equals("stock") ? allInStock(query) : StubAnswer.cardOnly()));
    }

    private static StubAnswer allInStock(String query) {
        return StubAnswer.stock(List.of(query.replace("sku=", "").split("&")), 100);
    }

    private StubAnswer answerTo(String step, String order, Supplier<StubAnswer> usual) {
        var answer = scripted(scripted, step, order).orElseGet(usual);
        scripted(held, step, order).ifPresent(StubNeighbours::await);
        return answer;
    }

    private static <T> Optional<T> scripted(Map<String, T> scripts, String step, String order) {
        return scripts.entrySet().stream()
                .filter(script -> {
                    var stepAndMark = script.getKey().split(" ", 2);
                    return stepAndMark[0].equals(step) && order.contains(stepAndMark[1]);
                })
                .findAny()
                .map(Map.Entry::getValue);
    }

    private static void await(CountDownLatch answer) {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(HttpExchange exchange, StubAnswer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        var out = exchange.getResponseBody();
        switch (answer.sending()) {
            case AT_ONCE -> out.write(bytes);
            case HEADERS_ONLY -> {
                out.flush();
                await(over);
            }
            case A_BYTE_A_SECOND -> drip(bytes, out);
        }
        exchange.close();
    }

    /** Ends when the caller has had enough. */
    private static void drip(byte[] bytes, OutputStream out) throws IOException {
        for (var one : bytes) {
            out.write(one);
            out.flush();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    /** @param last part of the path @param order the request that began this reservation or payment */
    private record Call(String step, String last, String order, String body, boolean overTls) {}
}
