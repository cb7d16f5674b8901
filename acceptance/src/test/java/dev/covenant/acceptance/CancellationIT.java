package dev.covenant.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers who change their minds at any moment, and tell another replica than the one that works on their order. */
@RealStack
class CancellationIT {
    private static final int CANCELLED = 500;
    private static final int KEPT = 100;
    private static final int CUSTOMERS_AT_ONCE = 12;
    private static final int LATEST_MILLIS = 150;

    private final Stack stack;
    private final Shop shop;
    private final Books books;
    private final Random random = new Random(20261122);

    CancellationIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @Test
    void atRandomMomentsOfFiveHundredOrdersLeavesBooksToMatch() {
        var mug = shop.mugs(CANCELLED + KEPT);
        var ebook = shop.ebook();
        try (var second = stack.replica(Part.ORDERS, "orders-2", Map.of());
                var customers = Executors.newFixedThreadPool(CUSTOMERS_AT_ONCE)) {
            var replicas = List.of(stack.server(Part.ORDERS).baseUri(), second.baseUri());
            var visits = IntStream.range(0, CANCELLED + KEPT)
                    .mapToObj(number -> visit(number, replicas, mug, ebook))
                    .map(visit -> CompletableFuture.supplyAsync(visit::pay, customers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            books.settle();
            assertThat(visits).extracting(Visit.Ended::cancellationStatus).containsOnly(202, Visit.NOT_CANCELLED);
            assertThat(visits).allSatisfy(visit -> assertThat(books.statusOf(visit.orderId()))
                    .isEqualTo(visit.expected()));
        }
        assertThat(shop.available(mug)).isEqualTo(CANCELLED + KEPT - KEPT / 2);
        books.assertTheyAgree();
    }

    /** Every sixth keeps what was ordered; every second wants a mug, the others an e-book. */
    private Visit visit(int number, List<URI> replicas, String mug, String ebook) {
        var here = replicas.get(number % 2);
        var there = replicas.get(random.nextInt(2));
        var isKept = number % 6 == 5;
        var customer = shop.customer("cancel-" + number);
        return new Visit(
                Purchase.of("cancel-" + number, "tok_approve", number / 6 % 2 == 0 ? mug : ebook)
                        .waiting(Duration.ofMillis(10 + random.nextInt(50))),
                customer.at(here),
                customer.at(there),
                isKept ? Duration.ofMillis(-1) : Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
    }

    /**
     * One customer's visit.
     *
     * @param pause until the order is cancelled; negative when it is not
     */
    private record Visit(Purchase purchase, Api placedAt, Api cancelledAt, Duration pause) {
        static final int NOT_CANCELLED = 0;

        Ended pay() {
            var order = purchase.insist(placedAt);
            var orderId = order.text("orderId");
            return new Ended(
                    orderId,
                    pause.isNegative() ? NOT_CANCELLED : cancel(orderId).status());
        }

        private Answer cancel(String orderId) {
            var later = CompletableFuture.delayedExecutor(
                    pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
            return CompletableFuture.supplyAsync(
                            () -> cancelledAt.post("/api/v1/orders/%s/cancellation".formatted(orderId)), later)
                    .join();
        }

        record Ended(String orderId, int cancellationStatus) {
            String expected() {
                return cancellationStatus == NOT_CANCELLED ? "CONFIRMED" : "CANCELLED cancelled-by-customer";
            }
        }
    }
}
