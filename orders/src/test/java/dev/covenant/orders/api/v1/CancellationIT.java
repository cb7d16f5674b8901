package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** The customer changes his mind, at every stage of the checkout. */
@RealServer(setup = StubNeighbours.class)
class CancellationIT {
    /** Far less than the neighbours' limits and the response deadline here. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Shop shop;
    private final Books books;

    CancellationIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    @Test
    void ofAPendingOrderUndoesIt() {
        shop.neighbourAnswers("authorize", StubAnswer.DOWN);
        var order = shop.placeInAHurry(shop.mugs(1)).orderId();
        shop.awaitAsked("authorize");

        var answer = shop.cancel(order);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith("/api/v1/orders/" + order);
        assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
        assertThat(answer.json().at("/cancellation/type").asString()).isEqualTo("cancelled-by-customer");
        books.awaitDone(order);
        assertThat(shop.stepsAsked()).contains("release", "void").doesNotContain("commit", "capture");
        assertThat(books.events(order))
                .containsSubsequence("order-placed", "order-cancelled", "payment-voided", "checkout-finished");
    }

    @Test
    void isHeardAtOnceByWhoeverWaitsForTheOutcome() {
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var mugs = shop.mugs(1);
        var placing = CompletableFuture.supplyAsync(() -> shop.place(mugs));

        shop.cancel(shop.awaitOrder());

        assertThat(placing).succeedsWithin(AT_ONCE).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
        });
        shop.neighbours().letAnswer(shop.mark(), "authorize");
        books.awaitDone(shop.awaitOrder());
        assertThat(shop.stepsAsked()).contains("release", "void").doesNotContain("commit", "capture");
    }

    @Test
    void whileTheStockIsBeingCommittedReturnsIt() {
        shop.neighbours().holdAnswer(shop.mark(), "commit");
        shop.neighbourAnswers("release", StubAnswer.conflict("reservation-committed"));
        var mugs = shop.mugs(1);
        var placing = CompletableFuture.supplyAsync(() -> shop.place(mugs));
        shop.awaitAsked("commit");
        var order = shop.awaitOrder();

        assertThat(shop.cancel(order).orderStatus()).isEqualTo("CANCELLED");
        shop.neighbours().letAnswer(shop.mark(), "commit");

        books.awaitDone(order);
        assertThat(placing.join().orderStatus()).isEqualTo("CANCELLED");
        assertThat(shop.stepsAsked())
                .containsExactlyInAnyOrder("reserve", "authorize", "commit", "release", "void", "return");
    }

    @Test
    void whileThePaymentIsBeingCapturedGivesItBackAfterwards() {
        shop.neighbours().holdAnswer(shop.mark(), "capture");
        var order = shop.place(shop.mugs(1)).orderId();
        shop.awaitAsked("capture");

        var answer = shop.cancel(order);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.orderStatus()).isEqualTo("CONFIRMED");
        assertThat(answer.json().get("cancellationRequested").asBoolean()).isTrue();
        assertThat(shop.stepsAsked()).doesNotContain("refund", "return");
        shop.neighbours().letAnswer(shop.mark(), "capture");
        books.awaitDone(order);
        assertCancelledByCustomer(order);
        assertThat(shop.stepsAsked())
                .containsExactlyInAnyOrder("reserve", "authorize", "commit", "capture", "refunds", "return");
    }

    @Test
    void ofWhatWasFinishedOpensItAgain() {
        var order = shop.place(shop.mugs(1)).orderId();
        books.awaitDone(order);

        assertThat(shop.cancel(order).status()).isEqualTo(202);

        books.awaitThat("SELECT status = 'CANCELLED' FROM customer_order WHERE order_id = ?", order);
        books.awaitDone(order);
        assertCancelledByCustomer(order);
        assertThat(books.events(order))
                .containsSubsequence(
                        "payment-captured",
                        "checkout-finished",
                        "cancellation-requested",
                        "order-cancelled",
                        "checkout-finished")
                .contains("payment-refunded", "stock-returned");
    }

    @Test
    void ofADigitalOrderReturnsNoStock() {
        var order = shop.place(shop.book()).orderId();
        books.awaitDone(order);

        shop.cancel(order);

        books.awaitThat("SELECT status = 'CANCELLED' FROM customer_order WHERE order_id = ?", order);
        assertThat(shop.stepsAsked()).containsExactly("authorize", "capture", "refunds");
    }

    @Test
    void ofAnOrderWhosePaymentCannotBeCapturedRefundsNothing() {
        shop.neighbours().holdAnswer(shop.mark(), "capture");
        shop.neighbourAnswers("capture", StubAnswer.conflict("capture-refused"));
        var order = shop.place(shop.mugs(1)).orderId();
        shop.awaitAsked("capture");

        shop.cancel(order);
        shop.neighbours().letAnswer(shop.mark(), "capture");

        books.awaitDone(order);
        assertThat(shop.show(order).json().at("/cancellation/type").asString()).isEqualTo("payment-not-captured");
        assertThat(shop.stepsAsked()).contains("return").doesNotContain("refunds");
    }

    @Test
    void isPossibleForThirtyMinutes() {
        var order = shop.place(shop.book()).orderId();
        books.awaitDone(order);
        confirmedMinutesAgo(31, order);

        var tooLate = shop.cancel(order);

        assertThat(tooLate.problem()).isEqualTo("409 not-cancellable");
        assertThat(tooLate.json().get("detail").asString()).contains("30 minutes");
        assertThat(books.events(order)).endsWith("checkout-finished");

        confirmedMinutesAgo(29, order);
        assertThat(shop.cancel(order).status()).isEqualTo(202);
    }

    @Test
    void isAnsweredTheSameAgainAlsoWhenTheWindowIsOver() {
        shop.neighbourAnswers("capture", StubAnswer.DOWN);
        var order = shop.place(shop.book()).orderId();
        var first = shop.cancel(order);
        confirmedMinutesAgo(31, order);

        var again = shop.cancel(order);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        shop.neighbours().answerAsUsual(shop.mark(), "capture");
        books.awaitDone(order);
        assertThat(shop.cancel(order).status()).isEqualTo(202);
        assertThat(books.events(order)).containsOnlyOnce("cancellation-requested", "order-cancelled");
    }

    @Test
    void ofARejectedOrderIsRefused() {
        shop.neighbourAnswers("authorize", StubAnswer.declined("card_expired"));
        var order = shop.place(shop.book()).orderId();

        assertThat(shop.cancel(order).problem()).isEqualTo("409 not-cancellable");
        assertThat(shop.show(order).orderStatus()).isEqualTo("REJECTED");
    }

    @Test
    void ofAnotherCustomersOrderDoesNotExist() {
        var order = shop.place(shop.book()).orderId();

        assertThat(shop.asSomebodyElse().cancel(order).problem()).isEqualTo("404 order-not-found");
        assertThat(books.events(order)).doesNotContain("cancellation-requested");
    }

    @Test
    void tenTimesAtOnceIsOne() {
        var order = shop.place(shop.mugs(1)).orderId();
        books.awaitDone(order);

        var answers = AtOnce.call(10, _ -> shop.cancel(order));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        books.awaitThat("SELECT status = 'CANCELLED' FROM customer_order WHERE order_id = ?", order);
        books.awaitDone(order);
        assertThat(books.events(order)).containsOnlyOnce("cancellation-requested", "order-cancelled");
    }

    private void assertCancelledByCustomer(UUID order) {
        var ended = shop.show(order);
        assertThat(ended.orderStatus()).isEqualTo("CANCELLED");
        assertThat(ended.json().at("/cancellation/type").asString()).isEqualTo("cancelled-by-customer");
        assertThat(ended.json().has("cancellationRequested")).isFalse();
    }

    private void confirmedMinutesAgo(int minutes, UUID order) {
        books.change(
                "UPDATE customer_order SET confirmed_at = now() - ? * interval '1 minute' WHERE order_id = ?",
                minutes,
                order);
    }
}
