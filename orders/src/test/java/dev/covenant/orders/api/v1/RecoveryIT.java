package dev.covenant.orders.api.v1;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aRefundThatFailedIsAskedForAgainUnderAnotherId() {
        shop.neighbourAnswers("refunds", StubAnswer.state("FAILED"));
        var order = shop.place(shop.mugs(1)).orderId();
        books.awaitDone(order);
        shop.cancel(order);

        books.awaitThat(
                "SELECT asked >= 3 AND state = 'PLANNED' AND outcome = 'id-spent' "
                        + "FROM saga_step WHERE step = 'REFUND' AND order_id = ?",
                order);
        books.awaitThat("SELECT failures >= 2 FROM checkout_saga WHERE order_id = ?", order);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
        shop.neighbours().answerAsUsual(shop.mark(), "refunds");
        books.awaitDone(order);

        assertThat(shop.show(order).orderStatus()).isEqualTo("CANCELLED");
        assertThat(shop.neighbours().refundIds(shop.mark()))
                .hasSizeGreaterThan(3)
                .doesNotHaveDuplicates()
                .endsWith(books.ask(
                                UUID.class,
                                "SELECT command_id FROM saga_step WHERE step = 'REFUND' AND order_id = ?",
                                order)
                        .getFirst()
                        .toString());
        assertThat(books.events(order)).containsOnlyOnce("payment-refunded");
    }

    @Test
    void aRefundThatIsPendingKeepsItsId() {
        shop.neighbourAnswers("refunds", StubAnswer.PENDING);
        var order = shop.place(shop.book()).orderId();
        books.awaitDone(order);
        shop.cancel(order);

        books.awaitThat("SELECT asked >= 2 FROM saga_step WHERE step = 'REFUND' AND order_id = ?", order);
        shop.neighbours().answerAsUsual(shop.mark(), "refunds");
        books.awaitDone(order);

        assertThat(shop.neighbours().refundIds(shop.mark()).stream().distinct()).hasSize(1);
    }

    @Test
    void nothingLeftToRefundIsAsGoodAsRefunded() {
        shop.neighbourAnswers("refunds", StubAnswer.conflict("refund-exceeds-captured"));
        var order = shop.place(shop.book()).orderId();
        books.awaitDone(order);

        shop.cancel(order);

        books.awaitThat("SELECT status = 'CANCELLED' FROM customer_order WHERE order_id = ?", order);
    }

    @ParameterizedTest
    @CsvSource({"reserve, 400, invalid-request", "authorize, 422, id-reused"})
    void anOrderThatANeighbourDoesNotUnderstandIsRejectedAndUndone(String step, int status, String problem) {
        shop.neighbourAnswers(step, StubAnswer.problem(status, problem));

        var answer = shop.place(shop.mugs(1));

        assertThat(answer.json().at("/rejection/type").asString()).isEqualTo("order-not-processable");
        books.awaitDone(answer.orderId());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "release", "void");
    }

    @Test
    void aCaptureThatIsNotUnderstoodIsAskedAgain() {
        shop.neighbourAnswers("capture", StubAnswer.problem(400, "invalid-request"));
        var order = shop.place(shop.book()).orderId();

        books.awaitThat(
                "SELECT asked >= 2 AND detail LIKE 'status 400%' FROM saga_step WHERE step = 'CAPTURE' AND order_id = ?",
                order);
        shop.neighbours().answerAsUsual(shop.mark(), "capture");
        books.awaitDone(order);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
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
