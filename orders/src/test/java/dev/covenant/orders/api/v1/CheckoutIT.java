package dev.covenant.orders.api.v1;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of order whose neighbours answer at once, to the end of its checkout. */
@RealServer(setup = StubNeighbours.class)
class CheckoutIT {
    private final Shop shop;

    CheckoutIT(ServerUnderTest server) {
        shop = Shop.open(server);
    }

    @Test
    void confirmsAnOrderOfPhysicalProducts() {
        var answer = shop.place(shop.mugs(2));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/api/v1/orders/" + answer.orderId());
        assertThat(answer.orderStatus()).isEqualTo("CONFIRMED");
        assertThat(answer.json().get("total").asLong()).isEqualTo(2 * Shop.MUG_PRICE);
        shop.books().awaitDone(answer.orderId());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "commit", "capture");
        assertThat(shop.books().events(answer.orderId()))
                .containsExactly(
                        "order-placed",
                        "stock-reserved",
                        "payment-authorized",
                        "stock-committed",
                        "order-confirmed",
                        "payment-captured",
                        "checkout-finished");
    }

    @Test
    void asksNothingOfInventoryForADigitalOrder() {
        var answer = shop.place(shop.book());

        assertThat(answer.orderStatus()).isEqualTo("CONFIRMED");
        shop.books().awaitDone(answer.orderId());
        assertThat(shop.stepsAsked()).containsExactly("authorize", "capture");
    }

    @Test
    void reservesOnlyThePhysicalLinesAndChargesAll() {
        var answer = shop.place(shop.book(), shop.mugs(3));

        shop.books().awaitDone(answer.orderId());
        assertThat(shop.neighbours().bodies(shop.mark(), "reserve"))
                .singleElement()
                .asString()
                .contains("{\"sku\":\"%s\",\"quantity\":3}".formatted(shop.sku("MUG")))
                .doesNotContain("BOOK");
        assertThat(shop.neighbours().bodies(shop.mark(), "authorize"))
                .singleElement()
                .asString()
                .contains("\"amount\":4860", "\"currency\":\"EUR\"");
    }

    @Test
    void rejectsWhenStockIsShortAndVoidsThePayment() {
        shop.neighbourAnswers("reserve", StubAnswer.shortOf("MUG", 1));

        var answer = shop.place(shop.mugs(2));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.orderStatus()).isEqualTo("REJECTED");
        assertThat(answer.json().at("/rejection/type").asString()).isEqualTo("insufficient-stock");
        assertThat(answer.json().at("/rejection/detail").asString()).contains("MUG (1 left)");
        shop.books().awaitDone(answer.orderId());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "void");
        assertThat(shop.show(answer.orderId()).text()).isEqualTo(answer.text());
    }

    @Test
    void rejectsWhenThePaymentIsDeclinedAndReleasesTheStock() {
        shop.neighbourAnswers("authorize", StubAnswer.declined("insufficient_funds"));

        var answer = shop.place(shop.mugs(2));

        assertThat(answer.json().at("/rejection/type").asString()).isEqualTo("payment-declined");
        assertThat(answer.json().at("/rejection/detail").asString()).contains("insufficient funds");
        shop.books().awaitDone(answer.orderId());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "release");
        assertThat(shop.books().events(answer.orderId()))
                .containsExactly(
                        "order-placed",
                        "stock-reserved",
                        "payment-refused",
                        "order-rejected",
                        "stock-released",
                        "checkout-finished");
    }

    @Test
    void rejectsWhenTheReservationExpiredBeforeItsCommit() {
        shop.neighbourAnswers("commit", StubAnswer.conflict("reservation-expired"));

        var answer = shop.place(shop.mugs(2));

        assertThat(answer.json().at("/rejection/type").asString()).isEqualTo("reservation-expired");
        shop.books().awaitDone(answer.orderId());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "commit", "release", "void");
    }

    @Test
    void cancelsWhenTheCaptureIsRefusedAndReturnsTheStock() {
        shop.neighbourAnswers("capture", StubAnswer.conflict("capture-refused"));

        var answer = shop.place(shop.mugs(2));

        shop.books().awaitDone(answer.orderId());
        var ended = shop.show(answer.orderId());
        assertThat(ended.orderStatus()).isEqualTo("CANCELLED");
        assertThat(ended.json().at("/cancellation/type").asString()).isEqualTo("payment-not-captured");
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "commit", "capture", "return");
    }

    @ParameterizedTest
    @CsvSource({"authorize, 200", "reserve, 409", "capture, 200"})
    void numbersEventsWithoutGapsWhateverHappens(String step, int status) {
        shop.neighbourAnswers(
                step,
                new StubAnswer(
                        status, "{\"state\":\"DECLINED\",\"type\":\"urn:covenant:problem:insufficient-stock\"}"));

        var answer = shop.place(shop.mugs(1));

        shop.books().awaitThat("SELECT status <> 'PENDING' FROM customer_order WHERE order_id = ?", answer.orderId());
        var numbers = shop.books()
                .ask(Integer.class, "SELECT seq FROM order_event WHERE order_id = ? ORDER BY seq", answer.orderId());
        assertThat(numbers)
                .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                        .limit(numbers.size())
                        .toList());
    }
}
