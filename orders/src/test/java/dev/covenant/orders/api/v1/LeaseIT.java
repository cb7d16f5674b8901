package dev.covenant.orders.api.v1;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** A saga is taken over while its holder waits for a neighbour: what the old holder learns changes nothing any more. */
@RealServer(setup = StubNeighbours.class)
class LeaseIT {
    private static final PaymentOutcomeRequest AUTHORIZED =
            new PaymentOutcomeRequest(PaymentOutcomeRequest.Status.AUTHORIZED, null);

    private final Shop shop;
    private final Books books;

    LeaseIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    @Test
    void theAnswerToAHolderThatLostItsLeaseIsNotWritten() {
        var order = orderWhosePaymentIsBeingAuthorized();
        anotherReplicaTakes(order);

        shop.neighbours().letAnswer(shop.mark(), "authorize");
        theOtherReplicaLetsGoOf(order);

        books.awaitDone(order);
        assertThat(shop.stepsAsked()).containsExactly("authorize", "authorize", "capture");
        assertThat(answersWritten(order)).isEqualTo(1);
        assertThat(books.events(order))
                .containsExactly(
                        "order-placed",
                        "payment-authorized",
                        "order-confirmed",
                        "payment-captured",
                        "checkout-finished");
    }

    @Test
    void aRefusalToAHolderThatLostItsLeaseTurnsNothingBack() {
        shop.neighbourAnswers("authorize", StubAnswer.declined("card_expired"));
        var order = orderWhosePaymentIsBeingAuthorized();
        anotherReplicaTakes(order);

        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        shop.neighbours().letAnswer(shop.mark(), "authorize");
        theOtherReplicaLetsGoOf(order);

        books.awaitDone(order);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
        assertThat(shop.stepsAsked()).doesNotContain("void");
    }

    @Test
    void ofTwoHoldersWithAnswersAtTheSameTimeOnlyTheYoungerCounts() {
        var order = orderWhosePaymentIsBeingAuthorized();
        books.change("UPDATE checkout_saga SET lease_until = now() - interval '1 second' WHERE order_id = ?", order);
        shop.awaitAsked("authorize", 2);

        shop.neighbours().letAnswer(shop.mark(), "authorize");

        books.awaitDone(order);
        assertThat(shop.stepsAsked()).containsExactly("authorize", "authorize", "capture");
        assertThat(answersWritten(order)).isEqualTo(1);
        assertThat(books.events(order)).containsOnlyOnce("payment-authorized", "order-confirmed");
    }

    @Test
    void aCancellationNeedsNoLease() {
        var order = orderWhosePaymentIsBeingAuthorized();
        anotherReplicaTakes(order);

        assertThat(shop.cancel(order).orderStatus()).isEqualTo("CANCELLED");

        shop.neighbours().letAnswer(shop.mark(), "authorize");
        theOtherReplicaLetsGoOf(order);
        books.awaitDone(order);
        assertThat(shop.stepsAsked()).containsExactly("authorize", "void");
        assertThat(books.events(order))
                .containsExactly("order-placed", "order-cancelled", "payment-voided", "checkout-finished");
    }

    @Test
    void anOutcomeThatIsToldNeedsNoLeaseAndItsHolderGoesOnFromIt() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var order = orderWhosePaymentIsBeingAuthorized();

        assertThat(shop.hears(order, AUTHORIZED).status()).isEqualTo(204);
        assertThat(shop.show(order).orderStatus()).isEqualTo("PENDING");
        shop.neighbours().letAnswer(shop.mark(), "authorize");

        books.awaitDone(order);
        assertThat(shop.stepsAsked()).containsExactly("authorize", "capture");
        assertThat(answersWritten(order)).isEqualTo(1);
    }

    /** Payments never says both; if it did, what came first would stay. */
    @Test
    void whatTheHolderIsAnsweredAfterTheOutcomeWasToldChangesNothing() {
        shop.neighbourAnswers("authorize", StubAnswer.declined("card_expired"));
        var order = orderWhosePaymentIsBeingAuthorized();
        shop.hears(order, AUTHORIZED);

        shop.neighbours().letAnswer(shop.mark(), "authorize");

        books.awaitDone(order);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
        assertThat(books.events(order)).contains("payment-authorized").doesNotContain("payment-refused");
    }

    @Test
    void anOutcomeThatIsToldWhileAnotherReplicaHasTheSagaWaitsForThatReplica() {
        var order = orderWhosePaymentIsBeingAuthorized();
        anotherReplicaTakes(order);

        shop.hears(order, AUTHORIZED);
        shop.neighbours().letAnswer(shop.mark(), "authorize");

        assertThat(books.events(order)).containsExactly("order-placed", "payment-authorized");
        theOtherReplicaLetsGoOf(order);
        books.awaitDone(order);
        assertThat(shop.stepsAsked()).containsExactly("authorize", "capture");
    }

    private UUID orderWhosePaymentIsBeingAuthorized() {
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var order = shop.placeInAHurry(shop.book()).orderId();
        shop.awaitAsked("authorize", 1);
        return order;
    }

    private void anotherReplicaTakes(UUID order) {
        books.change(
                "UPDATE checkout_saga SET lease_owner = 'another', attempt = attempt + 1, "
                        + "lease_until = now() + interval '1 hour' WHERE order_id = ?",
                order);
    }

    private void theOtherReplicaLetsGoOf(UUID order) {
        books.change(
                "UPDATE checkout_saga SET lease_owner = NULL, lease_until = NULL, due_at = now() WHERE order_id = ?",
                order);
    }

    /** A step counts every answer that was written for it. */
    private int answersWritten(UUID order) {
        return books.ask(Integer.class, "SELECT asked FROM saga_step WHERE step = 'AUTHORIZE' AND order_id = ?", order)
                .getFirst();
    }
}
