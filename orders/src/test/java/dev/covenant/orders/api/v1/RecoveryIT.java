package dev.covenant.orders.api.v1;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders whose neighbours do not answer at first, or for too long. */
@RealServer(setup = StubNeighbours.class)
class RecoveryIT {
    private final Shop shop;
    private final Books books;

    RecoveryIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    @Test
    void anOrderWhosePaymentIsPendingIsConfirmedLater() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var answer = shop.placeInAHurry(shop.mugs(1));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.orderStatus()).isEqualTo("PENDING");
        assertThat(answer.header("Location")).endsWith("/api/v1/orders/" + answer.orderId());

        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        books.awaitDone(answer.orderId());
        assertThat(shop.show(answer.orderId()).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void whatNobodyAnsweredIsAskedAgainByteForByte() {
        shop.neighbourAnswers("reserve", StubAnswer.DOWN);
        shop.neighbourAnswers("authorize", StubAnswer.DOWN);
        var answer = shop.placeInAHurry(shop.mugs(1));
        books.awaitThat(
                "SELECT min(asked) >= 3 FROM saga_step WHERE step IN ('RESERVE', 'AUTHORIZE') " + "AND order_id = ?",
                answer.orderId());
        shop.neighbours().answerAsUsual(shop.mark(), "reserve");
        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        books.awaitDone(answer.orderId());

        assertThat(shop.neighbours().bodies(shop.mark(), "reserve")).hasSizeGreaterThan(3);
        assertThat(shop.neighbours().bodies(shop.mark(), "reserve").stream().distinct())
                .hasSize(1);
        assertThat(shop.neighbours().bodies(shop.mark(), "authorize").stream().distinct())
                .hasSize(1);
        assertThat(books.ask(
                        Integer.class,
                        "SELECT count(DISTINCT command_id) FROM saga_step WHERE order_id = ?",
                        answer.orderId()))
                .as("reservation, payment, refund")
                .containsExactly(3);
    }

    @Test
    void anOrderIsConfirmedBeforeItsPaymentIsCapturedAndCapturedInTheEnd() {
        shop.neighbourAnswers("capture", StubAnswer.DOWN);
        var answer = shop.place(shop.book());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.orderStatus()).isEqualTo("CONFIRMED");

        books.passDeadline(answer.orderId());
        books.awaitThat("SELECT asked >= 2 FROM saga_step WHERE step = 'CAPTURE' AND order_id = ?", answer.orderId());
        shop.neighbours().answerAsUsual(shop.mark(), "capture");
        books.awaitDone(answer.orderId());
        assertThat(shop.show(answer.orderId()).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void anOrderWhosePaymentNeverComesIsRejectedAtItsDeadlineAndUndone() {
        shop.neighbourAnswers("authorize", StubAnswer.DOWN);
        var order = shop.placeInAHurry(shop.mugs(1)).orderId();

        books.passDeadline(order);
        books.awaitDone(order);

        assertThat(shop.show(order).json().at("/rejection/type").asString()).isEqualTo("payment-timeout");
        assertThat(shop.stepsAsked()).contains("release", "void").doesNotContain("commit", "capture");
    }

    @Test
    void aReservationThatTurnsOutToBeCommittedIsReturned() {
        shop.neighbourAnswers("commit", StubAnswer.DOWN);
        shop.neighbourAnswers("release", StubAnswer.conflict("reservation-committed"));
        var order = shop.placeInAHurry(shop.mugs(1)).orderId();

        books.passDeadline(order);
        books.awaitDone(order);

        assertThat(shop.show(order).orderStatus()).isEqualTo("REJECTED");
        assertThat(shop.stepsAsked()).contains("release", "return", "void").doesNotContain("capture");
    }

    @Test
    void whatCannotBeUndoneNowIsUndoneLater() {
        shop.neighbourAnswers("authorize", StubAnswer.declined("card_expired"));
        shop.neighbourAnswers("release", StubAnswer.DOWN);
        var answer = shop.place(shop.mugs(1));
        assertThat(answer.orderStatus()).isEqualTo("REJECTED");

        books.awaitThat("SELECT asked >= 2 FROM saga_step WHERE step = 'RELEASE' AND order_id = ?", answer.orderId());
        shop.neighbours().answerAsUsual(shop.mark(), "release");
        books.awaitDone(answer.orderId());
    }

    @Test
    void failuresInARowAreForgottenWithTheFirstAnswer() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var order = shop.placeInAHurry(shop.book()).orderId();
        books.awaitThat("SELECT failures >= 3 FROM checkout_saga WHERE order_id = ?", order);

        shop.neighbourAnswers("capture", StubAnswer.DOWN);
        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        books.awaitThat("SELECT direction = 'PIVOTED' AND failures = 1 FROM checkout_saga WHERE order_id = ?", order);
        shop.neighbours().answerAsUsual(shop.mark(), "capture");
        books.awaitDone(order);
    }

    @Test
    void thePaymentTokenIsNeverStoredInClearAndGoesWithTheDecision() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var order = shop.placeInAHurry(shop.book()).orderId();
        assertThat(requestsKept(order)).isEqualTo(1);
        thePaymentTokenIsNowhere();

        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        books.awaitDone(order);
        assertThat(requestsKept(order)).isZero();
        thePaymentTokenIsNowhere();
    }

    private int requestsKept(UUID order) {
        return books.ask(
                        Integer.class,
                        "SELECT count(*) FROM saga_step WHERE request IS NOT NULL AND order_id = ?",
                        order)
                .getFirst();
    }

    private void thePaymentTokenIsNowhere() {
        var token = shop.paymentToken();
        var bytes = HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8));
        assertThat(books.everything()).isNotEmpty().noneMatch(row -> row.contains(token) || row.contains(bytes));
    }
}
