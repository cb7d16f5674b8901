package dev.covenant.orders.api.v1;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** A cancellation races the checkout to its pivot: exactly one wins, and what was taken is given back either way. */
@RealServer(setup = StubNeighbours.class)
class CancellationRaceIT {
    private static final int ORDERS = 28;
    /** Of an order that nobody cancels. */
    private static final int EVENTS = 7;

    private final ServerUnderTest server;

    CancellationRaceIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void giveBackEverythingWhoeverWins() {
        var shops = IntStream.range(0, ORDERS).mapToObj(_ -> Shop.open(server)).toList();
        var endings = AtOnce.call(ORDERS, number -> race(shops.get(number), 1 + number % EVENTS));

        assertThat(endings).containsOnly("CANCELLED");
        assertThat(shops).allSatisfy(CancellationRaceIT::gaveEverythingBack);
    }

    /** Cancels when so many things have happened to the order. */
    private static String race(Shop shop, int events) {
        var mugs = shop.mugs(1);
        // Who waits less than the service's own limit gets no 503, however slow this machine is.
        var placing = CompletableFuture.supplyAsync(() -> shop.placeInAHurry(mugs), Thread::startVirtualThread);
        var order = shop.awaitOrder();
        shop.books().awaitThat("SELECT last_event >= ? FROM customer_order WHERE order_id = ?", events, order);
        assertThat(shop.cancel(order).status()).isEqualTo(202);
        placing.join();
        shop.books().awaitThat("SELECT status = 'CANCELLED' FROM customer_order WHERE order_id = ?", order);
        shop.books().awaitDone(order);
        return shop.show(order).orderStatus();
    }

    /** By its own books: who cancels before anything was asked finds nothing of this order at the neighbours before it is given back. */
    private static void gaveEverythingBack(Shop shop) {
        var events = shop.books().events(shop.awaitOrder());
        assertThat(events).containsOnlyOnce("order-cancelled").doesNotContain("order-rejected");
        if (events.contains("order-confirmed")) {
            assertThat(events)
                    .containsOnlyOnce("payment-captured", "payment-refunded", "stock-returned")
                    .doesNotContain("payment-voided", "stock-released");
        } else {
            assertThat(events)
                    .containsOnlyOnce("payment-voided", "stock-released")
                    .doesNotContain("payment-captured", "payment-refunded");
        }
    }
}
