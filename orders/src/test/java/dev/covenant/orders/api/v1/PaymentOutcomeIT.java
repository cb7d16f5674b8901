package dev.covenant.orders.api.v1;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Payments answers PENDING, however often it is asked, and tells the outcome. What is told while a round is under way: {@link LeaseIT}. */
@RealServer(setup = StubNeighbours.class)
class PaymentOutcomeIT {
    private static final PaymentOutcomeRequest AUTHORIZED =
            new PaymentOutcomeRequest(PaymentOutcomeRequest.Status.AUTHORIZED, null);
    private static final PaymentOutcomeRequest DECLINED =
            new PaymentOutcomeRequest(PaymentOutcomeRequest.Status.DECLINED, "insufficient_funds");

    private final Shop shop;
    private final Books books;

    PaymentOutcomeIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    @Test
    void confirmsAnOrderWhosePaymentWasPending() {
        var order = orderWhosePaymentIsPending();

        assertThat(shop.hears(order, AUTHORIZED).status()).isEqualTo(204);

        books.awaitDone(order);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
        assertThat(books.events(order)).containsOnlyOnce("payment-authorized", "order-confirmed", "payment-captured");
    }

    @Test
    void rejectsAnOrderWhosePaymentIsDeclinedInTheEndAndSaysWhy() {
        var order = orderWhosePaymentIsPending();

        assertThat(shop.hears(order, DECLINED).status()).isEqualTo(204);

        books.awaitDone(order);
        var rejection = shop.show(order).json().path("rejection");
        assertThat(rejection.path("type").asString()).isEqualTo("payment-declined");
        assertThat(rejection.path("detail").asString()).isEqualTo("The payment was declined: insufficient funds.");
        assertThat(shop.stepsAsked()).contains("release").doesNotContain("void", "commit", "capture");
    }

    @Test
    void toldTwentyTimesAtOnceIsToldOnce() {
        var order = orderWhosePaymentIsPending();

        assertThat(AtOnce.call(20, number -> shop.hears(order, AUTHORIZED).status()))
                .containsOnly(204);

        books.awaitDone(order);
        assertThat(books.events(order)).doesNotHaveDuplicates().contains("payment-captured");
        assertThat(shop.stepsAsked()).containsOnlyOnce("commit", "capture");
    }

    @Test
    void toldOfAnOrderThatHasEndedChangesNothing() {
        var order = shop.place(shop.mugs(1)).orderId();
        books.awaitDone(order);
        var before = books.events(order);

        assertThat(shop.hears(order, DECLINED).status()).isEqualTo(204);

        assertThat(books.events(order)).isEqualTo(before);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
    }

    /** Payments may have settled it in the last moment: it is voided all the same, and then so it is. */
    @Test
    void toldWhenTheDeadlineHasTurnedTheOrderBackChangesNothing() {
        var order = orderWhosePaymentIsPending();
        shop.neighbourAnswers("void", StubAnswer.DOWN);
        books.passDeadline(order);
        books.awaitThat("SELECT asked >= 1 FROM saga_step WHERE step = 'VOID' AND order_id = ?", order);

        assertThat(shop.hears(order, AUTHORIZED).status()).isEqualTo(204);
        shop.neighbours().answerAsUsual(shop.mark(), "void");

        books.awaitDone(order);
        assertThat(shop.show(order).json().at("/rejection/type").asString()).isEqualTo("payment-timeout");
        assertThat(shop.stepsAsked()).contains("release", "void").doesNotContain("commit", "capture");
        assertThat(books.events(order)).doesNotContain("payment-authorized").containsOnlyOnce("payment-voided");
    }

    private UUID orderWhosePaymentIsPending() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var order = shop.placeInAHurry(shop.mugs(1)).orderId();
        books.awaitThat("SELECT asked >= 1 FROM saga_step WHERE step = 'AUTHORIZE' AND order_id = ?", order);
        return order;
    }
}
