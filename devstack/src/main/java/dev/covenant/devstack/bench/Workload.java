package dev.covenant.devstack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.uuid.Generators;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;

/**
 * Orders of many customers: one piece each, every second of something that needs stock, with no product asked for more than the others.
 * Nobody sends an order again.
 */
final class Workload {
    private static final int PRODUCTS = 8;
    private static final int CUSTOMERS = 100;
    private static final int STOCK = 100_000;
    private static final long PRICE = 1_290;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger number = new AtomicInteger();
    private final Stack stack;
    private final List<String> customers;
    private final List<String> bodies;

    /** Puts the products into the catalogue and the stock. */
    Workload(Stack stack) {
        this.stack = stack;
        this.customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(customer -> stack.tokens().token("customer-" + customer, Part.ORDERS.id(), "customer"))
                .toList();
        this.bodies = IntStream.range(0, PRODUCTS)
                .boxed()
                .flatMap(product -> Stream.of("PHYSICAL", "DIGITAL").map(kind -> offer(kind, product)))
                .map(Workload::orderOf)
                .toList();
    }

    /** Places the next order and returns what the customer is told. */
    Outcome placeOrder() {
        var order = number.getAndIncrement();
        var request = request(Part.ORDERS, "orders", customers.get(order % CUSTOMERS))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(bodies.get(order % bodies.size())))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return Outcome.of(answer.statusCode(), answer.body());
        } catch (IOException noAnswer) {
            return Outcome.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    private String offer(String kind, int product) {
        var sku = "BENCH-%s-%d".formatted(kind, product);
        put(
                Part.ORDERS,
                "products/" + sku,
                Map.of("name", sku, "kind", kind, "price", Map.of("amount", PRICE, "currency", "EUR")));
        if (kind.equals("PHYSICAL")) {
            put(
                    Part.INVENTORY,
                    "stock/%s/movements/%s"
                            .formatted(sku, Generators.timeBasedEpochGenerator().generate()),
                    Map.of("type", "RECEIPT", "quantity", STOCK, "reason", "Benchmark"));
        }
        return sku;
    }

    private void put(Part service, String path, Map<String, ?> body) {
        var token = stack.tokens().token("merchandiser", service.id(), "merchandiser");
        var request = request(service, path, token).PUT(json(body)).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new DevstackException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new DevstackException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    private HttpRequest.Builder request(Part service, String path, String token) {
        return HttpRequest.newBuilder(URI.create(stack.ports().url(service)).resolve("/api/v1/" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private static String orderOf(String sku) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", 1)),
                        "currency",
                        "EUR",
                        "paymentToken",
                        "tok_approve",
                        "expectedTotal",
                        PRICE));
    }
}
