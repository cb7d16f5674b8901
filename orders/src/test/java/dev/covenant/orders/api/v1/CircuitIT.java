package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.FragileShop;
import dev.covenant.orders.support.StubAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A neighbour whose circuit is open: nobody waits for it, nothing is begun that needs it, and what was begun goes on after it. */
@RealServer(setup = FragileShop.class)
class CircuitIT {
    private static final String UNAVAILABLE = "503 inventory-unavailable";

    private final String key = UUID.randomUUID().toString();
    private final Shop shop;
    private final Books books;

    CircuitIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    @BeforeEach
    void circuitsAreClosed(ServerUnderTest server) {
        var customer = Shop.open(server);
        until(() -> customer.place(customer.mugs(1)), answer -> answer.status() == 201);
    }

    @Test
    void anOrderUnderWayIsGivenUpWhenTheCircuitOfInventoryOpens() {
        inventoryFails();

        assertThat(shop.place(shop.mugs(1)).problem()).isEqualTo(UNAVAILABLE);
        var order = shop.awaitOrder();
        assertThat(shop.show(order).json().at("/rejection/type").asString()).isEqualTo("inventory-unavailable");

        inventoryIsBack();
        books.awaitDone(order);
        assertThat(shop.stepsAsked()).contains("release", "void").doesNotContain("commit", "capture");
    }

    @Test
    void anOrderThatNeedsStockIsRefusedBeforeAnythingIsBegun() {
        var mugs = shop.order(shop.mugs(1));
        openCircuitOfInventory();

        var refused = until(() -> placeAndCount(mugs), placed -> placed.answer.status() == 503 && placed.orders == 0);
        assertThat(refused.answer.problem()).isEqualTo(UNAVAILABLE);
        assertThat(refused.answer.json().get("title").asString()).isEqualTo("Inventory temporarily unavailable");
        assertThat(refused.answer.header("Retry-After")).isEqualTo("5");

        inventoryIsBack();
        assertThat(until(() -> shop.place(key, mugs), answer -> answer.status() == 201)
                        .orderStatus())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void whatWasAnsweredIsAnsweredAgainWhileTheCircuitIsOpen() {
        var mugs = shop.order(shop.mugs(1));
        var confirmed = shop.place(key, mugs);
        openCircuitOfInventory();

        assertThat(shop.place(key, mugs).text()).isEqualTo(confirmed.text());
        inventoryIsBack();
    }

    @Test
    void ordersThatNeedNoStockGoThrough() {
        openCircuitOfInventory();

        assertThat(shop.place(shop.book()).orderStatus()).isEqualTo("CONFIRMED");
        inventoryIsBack();
    }

    @Test
    void ordersGoOnByThemselvesWhenPaymentsIsBack() {
        shop.neighbourAnswers("authorize", StubAnswer.DOWN);

        var physical = shop.place(shop.mugs(1));
        var digital = shop.place(shop.book());

        assertThat(physical.status()).isEqualTo(202);
        assertThat(digital.status()).isEqualTo(202);
        assertThat(books.events(physical.orderId())).contains("stock-reserved");

        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        books.awaitDone(physical.orderId());
        books.awaitDone(digital.orderId());
        assertThat(shop.show(physical.orderId()).orderStatus()).isEqualTo("CONFIRMED");
        assertThat(shop.show(digital.orderId()).orderStatus()).isEqualTo("CONFIRMED");
    }

    private void inventoryFails() {
        shop.neighbourAnswers("reserve", StubAnswer.DOWN);
        shop.neighbourAnswers("release", StubAnswer.DOWN);
    }

    /** And keeps it open, because probing it is in vain. */
    private void openCircuitOfInventory() {
        inventoryFails();
        assertThat(shop.place(shop.mugs(1)).problem()).isEqualTo(UNAVAILABLE);
    }

    private void inventoryIsBack() {
        shop.neighbours().answerAsUsual(shop.mark(), "reserve");
        shop.neighbours().answerAsUsual(shop.mark(), "release");
    }

    /** An order that comes just when the circuit lets a probe through is begun, and given up. */
    private Placed placeAndCount(PlaceOrderRequest order) {
        var before = books.orders(shop.customer());
        var answer = shop.place(key, order);
        return new Placed(answer, books.orders(shop.customer()) - before);
    }

    private static <T> T until(Supplier<T> action, Predicate<T> wanted) {
        return patiently().until(action::get, wanted);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
    }

    private record Placed(Answer answer, int orders) {}
}
