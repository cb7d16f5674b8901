package dev.covenant.acceptance;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** One order of each kind, through all three servers and the provider. */
@RealStack
class CheckoutJourneyIT {
    private final Shop shop;
    private final Books books;

    CheckoutJourneyIT(Stack stack) {
        shop = new Shop(stack);
        books = new Books(stack);
    }

    @Test
    void confirmsAnOrderThatTakesStockAndMoney() {
        var mug = shop.mugs(10);
        var order = shop.order("ann", "tok_approve", mug);
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("status")).isEqualTo("CONFIRMED");
        books.settle();
        assertThat(shop.available(mug)).isEqualTo(9);
        assertThat(books.chargesFor(order.text("orderId"))).containsExactly("CAPTURED " + Shop.PRICE);
    }

    @Test
    void sellsDigitalGoodsWithoutStock() {
        var order = shop.order("ann", "tok_approve", shop.ebook());
        assertThat(order.text("status")).isEqualTo("CONFIRMED");
        books.settle();
        assertThat(books.chargesFor(order.text("orderId"))).containsExactly("CAPTURED " + Shop.PRICE);
    }

    @Test
    void releasesStockWhenPaymentIsDeclined() {
        var mug = shop.mugs(10);
        var order = shop.order("ann", "tok_decline_insufficient_funds", mug);
        assertThat(order.text("status")).isEqualTo("REJECTED");
        assertThat(order.body().at("/rejection/type").asString()).isEqualTo("payment-declined");
        books.settle();
        assertThat(shop.available(mug)).isEqualTo(10);
        assertThat(books.chargesFor(order.text("orderId"))).containsExactly("DECLINED 0");
    }

    @Test
    void chargesNothingWhenStockIsShort() {
        var soldOut = shop.mugs(0);
        var order = shop.order("ann", "tok_approve", soldOut);
        assertThat(order.text("status")).isEqualTo("REJECTED");
        assertThat(order.body().at("/rejection/detail").asString())
                .isEqualTo("Not enough stock: %s (0 left).", soldOut);
        books.settle();
        assertThat(books.chargesFor(order.text("orderId"))).allMatch(charge -> charge.endsWith(" 0"));
    }

    @Test
    void returnsStockWhenTheCaptureIsRefused() {
        var mug = shop.mugs(10);
        var order = shop.order("ann", "tok_refuse_capture", mug);
        books.settle();
        var ended = shop.customer("ann").get("/api/v1/orders/" + order.text("orderId"));
        assertThat(ended.text("status")).isEqualTo("CANCELLED");
        assertThat(ended.body().at("/cancellation/type").asString()).isEqualTo("payment-not-captured");
        assertThat(shop.available(mug)).isEqualTo(10);
        assertThat(books.chargesFor(order.text("orderId"))).containsExactly("CAPTURE_REFUSED 0");
    }

    @Test
    void confirmsWhatTheProviderApprovedButNeverAnswered() {
        var order = shop.order("ann", "tok_no_answer", shop.ebook());
        assertThat(order.status()).as("in time or later").isIn(201, 202);
        books.settle();
        var ended = shop.customer("ann").get("/api/v1/orders/" + order.text("orderId"));
        assertThat(ended.text("status")).isEqualTo("CONFIRMED");
        assertThat(books.chargesFor(order.text("orderId"))).containsExactly("CAPTURED " + Shop.PRICE);
    }

    @Test
    void showsNobodyAnotherCustomersOrder() {
        var order = shop.order("ann", "tok_approve", shop.ebook());
        var asBen = shop.customer("ben").get("/api/v1/orders/" + order.text("orderId"));
        assertThat(asBen.status()).isEqualTo(404);
    }
}
