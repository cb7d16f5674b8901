package dev.covenant.orders.api.v1;

import java.util.UUID;
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

    private static void gaveEverythingBack(Shop shop) {
        var order = shop.awaitOrder();
        assertThat(shop.books().events(order))
                .containsOnlyOnce("order-cancelled")
                .doesNotContain("order-rejected");
        if (isConfirmed(shop, order)) {
            assertThat(shop.stepsAsked())
                    .contains("capture", "refunds", "return")
                    .doesNotContain("void", "release");
        } else {
            assertThat(shop.stepsAsked()).contains("void", "release").doesNotContain("capture", "refunds");
        }
    }

    private static boolean isConfirmed(Shop shop, UUID order) {
        return shop.books().events(order).contains("order-confirmed");
    }
}
