package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A replica with room for five requests has six: what it does not do, it says at once. */
@RealServer(setup = StubNeighbours.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadIT {
    private static final int MOST = 5;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServerUnderTest server;
    private LibertyServer replica;

    OverloadIT(ServerUnderTest server) {
        this.server = server;
    }

    @BeforeAll
    void start() {
        var room = Integer.toString(MOST);
        replica = server.replica("narrow", Map.of("COVENANT_ADMISSION_LEAST", room, "COVENANT_ADMISSION_MOST", room));
        assertThat(new HttpCaller(replica.baseUri(), null).get("metrics").status())
                .isEqualTo(200);
        warmUp();
    }

    @AfterAll
    void stop() {
        replica.close();
    }

    @Test
    void aScrapeBeforeTheFirstOrderLeavesOrdersTheirWait() {
        var shop = Shop.open(server);

        assertThat(place(customer(shop), shop.order(shop.book())).status()).isEqualTo(201);
    }

    @Test
    void refusesFurtherOrdersUnbegunAndStillLetsPeopleLook() {
        var shop = Shop.open(server);
        var narrow = customer(shop);
        var book = shop.order(shop.book());
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var waiting = IntStream.range(0, MOST)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> place(narrow, book), Thread::startVirtualThread))
                .toList();
        shop.awaitAsked("authorize", MOST);

        var refused = place(narrow, book);
        assertThat(refused.problem()).isEqualTo("503 overloaded");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(shop.books().orders(shop.customer())).isEqualTo(MOST);
        assertThat(narrow.get("api/v1/products").status()).isEqualTo(200);

        shop.neighbours().letAnswer(shop.mark(), "authorize");
        assertThat(waiting).extracting(CompletableFuture::join).allMatch(order -> order.status() == 201);
        assertThat(place(narrow, book).status()).isEqualTo(201);
    }

    @Test
    void hasItsRoomBackFromClientsThatBreakOff() {
        var shop = Shop.open(server);
        var narrow = customer(shop);
        var book = shop.order(shop.book());
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = IntStream.range(0, MOST)
                    .mapToObj(_ -> clients.submit(() -> place(narrow, book)))
                    .toList();
            shop.awaitAsked("authorize", MOST);
            waiting.forEach(client -> client.cancel(true));
        }
        shop.neighbours().letAnswer(shop.mark(), "authorize");

        await().atMost(LIMIT).until(() -> place(narrow, book).status() == 201);
        // All of it, not one place.
        var together = AtOnce.call(MOST, _ -> place(narrow, book));
        assertThat(together).allMatch(order -> order.status() == 201);
    }

    /** A cold replica may be too slow for its neighbours, and then does not wait for them. */
    private void warmUp() {
        var visitor = Shop.open(server);
        var caller = customer(visitor);
        var book = visitor.order(visitor.book());
        await().atMost(Duration.ofMinutes(2)).until(() -> place(caller, book).status() == 201);
    }

    private HttpCaller customer(Shop shop) {
        return new HttpCaller(replica.baseUri(), shop.http().token());
    }

    private static Answer place(HttpCaller customer, PlaceOrderRequest order) {
        return customer.json(
                "POST",
                "api/v1/orders",
                order,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
