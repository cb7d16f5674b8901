package dev.covenant.orders.api.v1;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A replica with room for five requests has six: what it does not do, it says at once. */
@RealServer(setup = StubNeighbours.class)
class OverloadIT {
    private static final int MOST = 5;

    private final ServerUnderTest server;
    private final Shop shop;

    OverloadIT(ServerUnderTest server) {
        this.server = server;
        this.shop = Shop.open(server);
    }

    @Test
    void refusesFurtherOrdersUnbegunAndStillLetsPeopleLook() {
        var room = Integer.toString(MOST);
        try (var replica =
                server.replica("narrow", Map.of("COVENANT_ADMISSION_LEAST", room, "COVENANT_ADMISSION_MOST", room))) {
            var narrow = new HttpCaller(replica.baseUri(), shop.http().token());
            warmUp(replica.baseUri());
            var book = shop.order(shop.book());
            shop.neighbours().holdAnswer(shop.mark(), "authorize");
            var waiting = fill(narrow, book);

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
    }

    /** A cold replica may be too slow for its neighbours, and then does not wait for them. */
    private void warmUp(URI replica) {
        var visitor = Shop.open(server);
        var caller = new HttpCaller(replica, visitor.http().token());
        var book = visitor.order(visitor.book());
        await().atMost(Duration.ofMinutes(2)).until(() -> place(caller, book).status() == 201);
    }

    private List<CompletableFuture<Answer>> fill(HttpCaller narrow, PlaceOrderRequest order) {
        var waiting = IntStream.range(0, MOST)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> place(narrow, order), Thread::startVirtualThread))
                .toList();
        shop.awaitAsked("authorize", MOST);
        return waiting;
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
