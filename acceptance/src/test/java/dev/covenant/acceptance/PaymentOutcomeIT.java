package dev.covenant.acceptance;

import java.time.Duration;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.faults.Fault;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A provider that answers late, so that the order is PENDING: what payments then tells, and what it needs not tell. */
@RealStack
class PaymentOutcomeIT {
    private final Stack stack;
    private final Shop shop;
    private final Books books;

    PaymentOutcomeIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @AfterEach
    void allLinksAreWholeAndTheBooksAgree() {
        stack.clearLinks();
        books.settle();
        books.assertTheyAgree();
    }

    /** Orders cannot ask: whatever it hears of the payment, it was told. */
    @Test
    void confirmsAnOrderThatCannotAskForItsPayment() {
        var order = orderWhosePaymentIsPending();
        stack.link(Part.ORDERS, Part.PAYMENTS).inject(new Fault.Reset());

        stack.link(Part.PAYMENTS, Part.PROVIDER).heal();

        patiently("it is confirmed").until(() -> books.statusOf(order).equals("CONFIRMED"));
        assertThat(books.eventsOf(order)).noneMatch(event -> event.endsWith("payment-captured"));
        stack.clearLinks();
        books.awaitDone(order);
        assertThat(books.statusOf(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void isNotNeededByAnOrderThatCanAsk() {
        var order = orderWhosePaymentIsPending();
        stack.link(Part.PAYMENTS, Part.ORDERS).inject(new Fault.Reset());

        stack.link(Part.PAYMENTS, Part.PROVIDER).heal();

        books.awaitDone(order);
        assertThat(books.statusOf(order)).isEqualTo("CONFIRMED");
    }

    private String orderWhosePaymentIsPending() {
        var mug = shop.mugs(1);
        stack.link(Part.PAYMENTS, Part.PROVIDER).inject(new Fault.Stall());
        var answer = Purchase.of("ann", "tok_approve", mug).inAHurry().insist(shop.customer("ann"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        var order = answer.text("orderId");
        patiently("payments said that it is PENDING").until(() -> books.isPaymentPending(order));
        return order;
    }

    private static ConditionFactory patiently(String what) {
        return await(what).atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50));
    }
}
