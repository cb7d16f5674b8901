package dev.covenant.acceptance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that the network keeps until what they ask for has been undone. */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateArrivalIT {
    private final Stack stack;
    private final Shop shop;
    private final Books books;
    private Stage stage;

    LateArrivalIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @BeforeAll
    void openTheStage() {
        stage = Stage.open(stack);
    }

    @AfterAll
    void closeIt() {
        stage.close();
    }

    @Test
    void aReservationThatArrivesAfterItsReleaseHoldsNothing() {
        var reservation = stage.holdRequest(Message.RESERVE);
        var checkout = stage.begin(Message.RESERVE);
        stage.awaitStandstill(checkout, Message.RESERVE, reservation);
        cancelElsewhere(checkout.orderId());

        reservation.release();
        var answer = reservation.awaitAnswer(Stage.LIMIT);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("reservation-released");
        assertThat(shop.available(checkout.product()))
                .isEqualTo(checkout.journey().stock());
        books.assertTheyAgree();
    }

    @Test
    void anAuthorizationThatArrivesAfterItsVoidAuthorizesNothing() {
        var authorization = stage.holdRequest(Message.AUTHORIZE);
        var checkout = stage.begin(Message.AUTHORIZE);
        stage.awaitStandstill(checkout, Message.AUTHORIZE, authorization);
        cancelElsewhere(checkout.orderId());

        authorization.release();
        var answer = authorization.awaitAnswer(Stage.LIMIT);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("payment-voided");
        assertThat(books.providerEntriesFor(checkout.orderId())).isEmpty();
        books.assertTheyAgree();
    }

    /** By the stack's own replica, which takes the checkout over from the one that still waits for its answer. */
    private void cancelElsewhere(String orderId) {
        var answer = shop.customer("ann").post("/api/v1/orders/%s/cancellation".formatted(orderId));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        books.letLeasesExpire();
        books.awaitDone(orderId);
        assertThat(books.statusOf(orderId)).isEqualTo("CANCELLED cancelled-by-customer");
    }
}
