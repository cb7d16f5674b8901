package dev.covenant.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Inventory, payments or the token issuer is away, and comes back. What customers are told meanwhile, and what is left of it. */
@RealStack
class NeighbourStoppedIT {
    private static final int TIMES = 20;
    private static final int DEADLINE_SECONDS = 5;

    private final Stack stack;
    private final Shop shop;
    private final Books books;

    NeighbourStoppedIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @AfterEach
    void everybodyIsBackAndTheBooksAgree() {
        for (var service : List.of(Part.INVENTORY, Part.PAYMENTS)) {
            if (!stack.server(service).isAlive()) {
                stack.server(service).start().awaitReady();
            }
        }
        books.settle();
        books.assertTheyAgree();
    }

    @Test
    void withInventoryStoppedDigitalOrdersGoOnAndPhysicalOnesAreRefusedAtOnce() {
        var mug = shop.mugs(10);
        var ebook = shop.ebook();
        shop.order("dieter", "tok_approve", mug, ebook);
        var before = medianMillis(() -> buy("dieter", ebook), answer -> answer.status() < 300);
        patiently("the page knows the stock").until(() -> isShown("live", mug));

        stack.process(Part.INVENTORY).kill();
        patiently("the circuit is open").until(() -> isRefusedUnbegun("bob", mug));
        assertThat(Api.of(stack, Part.ORDERS, "scraper").text("/metrics?scope=application"))
                .containsPattern("orders_circuit_state\\{callee=\"inventory\",[^}]*state=\"open\"[^}]*} 1")
                .containsPattern("orders_circuit_state\\{callee=\"payments\",[^}]*state=\"closed\"[^}]*} 1");

        System.out.printf(
                "inventory stopped: digital %d ms at the median (before: %d ms), physical refused within %d ms, "
                        + "page with stale stock in %d ms%n",
                medianMillis(() -> buy("dieter", ebook), answer -> answer.status() < 300),
                before,
                medianMillis(() -> buy("carl", mug), answer -> answer.status() == 503),
                medianMillis(() -> shop.page("ann", mug), answer -> isShown(answer, "stale")));
        patiently("every digital order is confirmed").until(() -> books.ordersOf("dieter").stream()
                .allMatch(order -> books.statusOf(order).equals("CONFIRMED")));
        var refused = Purchase.of("dora", "tok_approve", mug);
        assertThat(refused.send(shop.customer("dora")).text("type"))
                .isEqualTo("urn:covenant:problem:inventory-unavailable");

        stack.server(Part.INVENTORY).start().awaitReady();
        patiently("the page is live again").until(() -> isShown("live", mug));
        var order = refused.insist(shop.customer("dora"));
        books.awaitDone(order.text("orderId"));
        assertThat(books.statusOf(order.text("orderId"))).isEqualTo("CONFIRMED");
    }

    @Test
    void withPaymentsStoppedOrdersWaitAndAreRejectedOnlyAtTheirDeadline() {
        var mug = shop.mugs(10);
        var ebook = shop.ebook();
        var inAHurry = Map.of("ORDERS_SAGA_DEADLINE_SECONDS", Integer.toString(DEADLINE_SECONDS));
        try (var replica = stack.replica(Part.ORDERS, "short-deadline", inAHurry)) {
            var hurriedShop = new Shop(stack, replica.baseUri());
            stack.process(Part.PAYMENTS).kill();

            var physical = shop.order("ann", "tok_approve", mug);
            var digital = shop.order("ann", "tok_approve", ebook);
            var late = hurriedShop.order("bob", "tok_approve", mug);
            assertThat(physical.status()).isEqualTo(202);
            assertThat(digital.status()).isEqualTo(202);

            patiently("it is rejected and its stock is free, the other one's held")
                    .until(() -> books.statusOf(late.text("orderId")).equals("REJECTED payment-timeout")
                            && shop.available(mug) == 9);
            assertThat(books.statusOf(physical.text("orderId"))).isEqualTo("PENDING");

            stack.server(Part.PAYMENTS).start().awaitReady();
            books.settle();
            assertThat(books.statusOf(physical.text("orderId"))).isEqualTo("CONFIRMED");
            assertThat(books.statusOf(digital.text("orderId"))).isEqualTo("CONFIRMED");
            assertThat(books.statusOf(late.text("orderId"))).isEqualTo("REJECTED payment-timeout");
            assertThat(shop.available(mug)).isEqualTo(9);
        }
    }

    @Test
    void withTheIssuerStoppedOrdersGoOnUntilTheTokenExpires() {
        var mug = shop.mugs(10);
        var ebook = shop.ebook();
        try (var issuer = ShortLivedTokens.from(stack);
                var replica = stack.replica(Part.ORDERS, "short-tokens", Map.of("TOKEN_URL", issuer.url()))) {
            var customer = new Shop(stack, replica.baseUri()).customer("ann");
            issuer.start();
            assertThat(Purchase.of("ann", "tok_approve", mug).insist(customer).status())
                    .isEqualTo(201);

            issuer.stop();
            assertThat(Purchase.of("ann", "tok_approve", mug).send(customer).status())
                    .isEqualTo(201);
            patiently("the token is expired")
                    .until(() -> Purchase.of("ann", "tok_approve", mug)
                                    .send(customer)
                                    .status()
                            == 503);
            // Each neighbour's token has its own end, since each was renewed when it was needed.
            var digital = patiently("the one for payments, too")
                    .until(
                            () -> Purchase.of("ann", "tok_approve", ebook).send(customer),
                            answer -> answer.status() == 202);

            issuer.start();
            assertThat(Purchase.of("ann", "tok_approve", mug).insist(customer).status())
                    .isEqualTo(201);
            books.awaitDone(digital.text("orderId"));
            assertThat(books.statusOf(digital.text("orderId"))).isEqualTo("CONFIRMED");
        }
    }

    private Answer buy(String customer, String sku) {
        return Purchase.of(customer, "tok_approve", sku).send(shop.customer(customer));
    }

    private boolean isRefusedUnbegun(String customer, String sku) {
        var before = books.ordersOf(customer).size();
        return buy(customer, sku).status() == 503 && books.ordersOf(customer).size() == before;
    }

    private boolean isShown(String state, String sku) {
        return isShown(shop.page("ann", sku), state);
    }

    /** With a piece of it to be had, and how to pay for it. */
    private static boolean isShown(Answer page, String stockState) {
        return page.status() == 200
                && page.body().at("/parts/stock/state").asString().equals(stockState)
                && page.body().at("/lines/0/available").asLong(0) == 1
                && !page.body().at("/paymentMethods").isEmpty();
    }

    private static long medianMillis(Supplier<Answer> request, Predicate<Answer> expected) {
        return IntStream.range(0, TIMES)
                .mapToLong(_ -> {
                    var begun = System.nanoTime();
                    assertThat(request.get()).matches(expected);
                    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
                })
                .sorted()
                .skip(TIMES / 2)
                .findFirst()
                .orElseThrow();
    }

    private static ConditionFactory patiently(String what) {
        return await(what).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
    }
}
