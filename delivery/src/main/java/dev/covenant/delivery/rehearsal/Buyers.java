package dev.covenant.delivery.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

import com.fasterxml.uuid.Generators;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;
import dev.covenant.devstack.issuer.TokenMint;
import dev.covenant.devstack.stack.Part;

/**
 * Orders through the edge at a constant rate, whatever becomes of them. Nobody sends one again; whatever is not answered with 201 or 202
 * counts as failed.
 */
final class Buyers implements AutoCloseable {
    private static final String SKU = "REHEARSAL";
    private static final int PRICE = 1_290;
    private static final int STOCK = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Servers are warm when so many orders in a row were answered in this time. */
    private static final int IN_A_ROW = 25;

    /** Of the orders that are due. */
    private static final double MOST = 0.95;

    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration WARM_LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger quickInARow = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final HttpClient http;
    private volatile Instant since = Instant.MAX;
    private volatile int rate;
    private final URI entry;
    private final TokenMint tokens;
    private final Clock clock;

    /** @param trust of the edge's certificate */
    Buyers(URI entry, SSLContext trust, TokenMint tokens, Clock clock) {
        this.clock = clock;
        this.entry = entry;
        this.tokens = tokens;
        http = HttpClient.newBuilder().sslContext(trust).connectTimeout(LIMIT).build();
    }

    /** A product and stock of it, told through the edge, too. */
    void fillShelves() {
        put(
                "products/" + SKU,
                Part.ORDERS,
                Map.of("name", SKU, "kind", "PHYSICAL", "price", Map.of("amount", PRICE, "currency", "EUR")));
        put(
                "stock/%s/movements/%s"
                        .formatted(SKU, Generators.timeBasedEpochGenerator().generate()),
                Part.INVENTORY,
                Map.of("type", "RECEIPT", "quantity", STOCK, "reason", "Rehearsal"));
    }

    /**
     * Returns when orders are answered as quickly as they are every day. Where all servers have just been started at once, the first
     * answers take seconds, and orders' admission refuses some (503 overloaded). From then on it counts.
     *
     * @return how many had failed until then
     */
    int begin(int perSecond) {
        pace.scheduleAtFixedRate(
                () -> Thread.startVirtualThread(this::order), 0, 1_000 / perSecond, TimeUnit.MILLISECONDS);
        var until = clock.instant().plus(WARM_LIMIT);
        while (quickInARow.get() < IN_A_ROW) {
            if (clock.instant().isAfter(until)) {
                throw new DevstackException("Orders stay slow: fewer than %d in a row within %d s, failed: %s"
                        .formatted(IN_A_ROW, QUICK.toSeconds(), failures));
            }
            Pause.of(BETWEEN_LOOKS, "servers got warm");
        }
        var cold = failures.size();
        failures.clear();
        answered.set(0);
        rate = perSecond;
        since = clock.instant();
        return cold;
    }

    /** Whether about as many came in as had to at this rate: one that stood still would have had no failures either. */
    boolean cameIn() {
        return answered.get() + failures.size()
                > MOST * rate * Duration.between(since, clock.instant()).toSeconds();
    }

    int answered() {
        return answered.get();
    }

    /** When and how. */
    List<String> failures() {
        return failures;
    }

    private void order() {
        var body = Map.of(
                "lines",
                List.of(Map.of("sku", SKU, "quantity", 1)),
                "currency",
                "EUR",
                "paymentToken",
                "tok_approve",
                "expectedTotal",
                PRICE);
        var request = request("orders", tokens.token("rehearsal", Part.ORDERS.id(), "customer"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        var begun = clock.instant();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 201 || answer.statusCode() == 202) {
                answered.incrementAndGet();
                var quick = clock.instant().isBefore(begun.plus(QUICK));
                quickInARow.updateAndGet(before -> quick ? before + 1 : 0);
            } else {
                failed("%d %s".formatted(answer.statusCode(), answer.body()));
            }
        } catch (IOException | RuntimeException e) {
            failed(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e.toString());
        }
    }

    private void failed(String how) {
        quickInARow.set(0);
        failures.add(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + how);
    }

    private void put(String path, Part service, Map<String, ?> body) {
        var request = request(path, tokens.token("merchandiser", service.id(), "merchandiser"))
                .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        HttpResponse<String> answer;
        try {
            answer = http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DevstackException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
        if (answer.statusCode() >= 300) {
            throw new DevstackException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(entry.resolve("/api/v1/" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** Returns when all have an answer. */
    @Override
    public void close() {
        pace.shutdown();
        http.close();
    }
}
