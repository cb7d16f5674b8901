package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.ImpatientShop;
import dev.covenant.orders.support.StubAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Inventory says nothing for as long as a request is waited for: the order is given up, and its key is free again. */
@RealServer(setup = ImpatientShop.class)
class InventoryAwayIT {
    private static final String UNAVAILABLE = "503 inventory-unavailable";

    private final String key = UUID.randomUUID().toString();
    private final Shop shop;
    private final Books books;

    InventoryAwayIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    /** A cold server on a busy machine takes longer than this service waits here. */
    @BeforeAll
    static void ordersAreAnsweredInTime(ServerUnderTest server) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            var customer = Shop.open(server);
            return customer.place(customer.mugs(1)).status() == 201;
        });
    }

    @Test
    void anOrderThatInventoryIsSilentAboutIsGivenUp() {
        shop.neighbours().holdAnswer(shop.mark(), "reserve");

        var answer = shop.place(shop.mugs(1));

        assertThat(answer.problem()).isEqualTo(UNAVAILABLE);
        assertThat(answer.json().get("title").asString()).isEqualTo("Inventory temporarily unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        var order = shop.awaitOrder();
        assertThat(shop.show(order).json().at("/rejection/type").asString()).isEqualTo("inventory-unavailable");
        assertThat(requestsKept(order)).isZero();

        shop.neighbours().letAnswer(shop.mark(), "reserve");
        books.awaitDone(order);
        assertThat(shop.stepsAsked()).contains("release", "void").doesNotContain("commit", "capture");
    }

    @Test
    void theSameKeyThenStartsANewOrder() {
        shop.neighbourAnswers("reserve", StubAnswer.DOWN);
        var mugs = shop.order(shop.mugs(1));
        assertThat(shop.place(key, mugs).problem()).isEqualTo(UNAVAILABLE);
        var givenUp = shop.awaitOrder();

        shop.neighbours().answerAsUsual(shop.mark(), "reserve");
        var again = shop.place(key, mugs);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.orderStatus()).isEqualTo("CONFIRMED");
        assertThat(again.orderId()).isNotEqualTo(givenUp);
        assertThat(shop.place(key, mugs).text()).isEqualTo(again.text());
        books.awaitDone(givenUp);
        assertThat(shop.show(givenUp).orderStatus()).isEqualTo("REJECTED");
    }

    @Test
    void whoeverIsNotToldBecauseTheDatabaseFailsSendsTheSameAgain() {
        shop.neighbours().holdAnswer(shop.mark(), "reserve");
        var mugs = shop.order(shop.mugs(1));
        var placing = CompletableFuture.supplyAsync(() -> shop.place(key, mugs));
        var order = shop.awaitOrder();

        books.whileLocked(
                "SELECT 1 FROM checkout_saga WHERE order_id = ? FOR UPDATE",
                order,
                () -> books.breakConnectionsThatWait(placing::isDone));

        assertThat(placing.join().problem()).isEqualTo("503 temporarily-unavailable");
        assertThat(Integer.parseInt(placing.join().header("Retry-After"))).isPositive();
        shop.neighbours().letAnswer(shop.mark(), "reserve");
        books.awaitDone(order);
    }

    @Test
    void anOrderThatPaymentsIsSilentAboutGoesOn() {
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var mugs = shop.order(shop.mugs(1));

        var answer = shop.place(key, mugs);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(books.events(answer.orderId())).contains("stock-reserved");
        assertThat(shop.place(key, mugs).text()).isEqualTo(answer.text());
        shop.neighbours().letAnswer(shop.mark(), "authorize");
        books.awaitDone(answer.orderId());
        assertThat(shop.show(answer.orderId()).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void aDigitalOrderNeedsNoInventory() {
        shop.neighbourAnswers("reserve", StubAnswer.DOWN);
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        assertThat(shop.place(shop.book()).status()).isEqualTo(202);
    }

    @Test
    void whoeverWillNotWaitThatLongIsToldThatTheOrderIsPending() {
        shop.neighbourAnswers("reserve", StubAnswer.DOWN);
        var mugs = shop.order(shop.mugs(1));

        var answer = shop.placeInAHurry(key, mugs);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(shop.place(key, mugs).text()).isEqualTo(answer.text());
        shop.neighbours().answerAsUsual(shop.mark(), "reserve");
        books.awaitDone(answer.orderId());
        assertThat(shop.show(answer.orderId()).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void anOrderWhoseRequestWasAnsweredIsNotGivenUp() {
        shop.neighbours().holdAnswer(shop.mark(), "reserve");
        var mugs = shop.order(shop.mugs(1));
        var placing = CompletableFuture.supplyAsync(() -> shop.place(key, mugs));
        var order = shop.awaitOrder();
        // As another request with this key did that took over while this one's replica stood still.
        books.change("UPDATE idempotency_key SET answer_status = 202, answer_body = '{}' WHERE key = ?", key);

        assertThat(placing.join().text()).isEqualTo("{}");

        assertThat(shop.show(order).orderStatus()).isEqualTo("PENDING");
        shop.neighbours().letAnswer(shop.mark(), "reserve");
        books.awaitDone(order);
        assertThat(shop.show(order).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void whoeverJoinedTheOrderHearsThatItIsGivenUp() {
        shop.neighbours().holdAnswer(shop.mark(), "reserve");
        var mugs = shop.order(shop.mugs(1));
        var first = CompletableFuture.supplyAsync(() -> shop.place(key, mugs));
        var order = shop.awaitOrder();
        books.change("UPDATE idempotency_key SET handled_until = now() WHERE key = ?", key);

        var joined = shop.place(key, mugs);

        assertThat(first.join().problem()).isEqualTo(UNAVAILABLE);
        assertThat(joined.problem()).isEqualTo(UNAVAILABLE);
        assertThat(books.orders(shop.customer())).isEqualTo(1);
        shop.neighbours().letAnswer(shop.mark(), "reserve");
        books.awaitDone(order);
    }

    /** Each 503 stands for one order that was given up; the key ends with one order and one answer. */
    @Test
    void retriesInTheMomentOfGivingUpAreNeitherLostNorDoubled() {
        shop.neighbourAnswers("reserve", StubAnswer.DOWN);
        var mugs = shop.order(shop.mugs(1));
        var givenUp = new CopyOnWriteArrayList<Answer>();

        var last = AtOnce.call(8, _ -> retryUntilPlaced(mugs, givenUp));

        assertThat(last).extracting(Answer::text).containsOnly(last.getFirst().text());
        assertThat(last.getFirst().orderStatus()).isEqualTo("CONFIRMED");
        assertThat(givenUp).isNotEmpty();
        assertThat(books.orders(shop.customer())).isEqualTo(givenUp.size() + 1);
    }

    @ParameterizedTest
    @CsvSource({"authorize, reserve", "reserve, authorize"})
    void aRefusalIsToldWhateverTheOtherNeighbourDoes(String silent, String refusing) {
        shop.neighbours().holdAnswer(shop.mark(), silent);
        shop.neighbourAnswers(
                refusing,
                refusing.equals("reserve") ? StubAnswer.shortOf("MUG", 0) : StubAnswer.declined("card_expired"));

        var answer = shop.place(shop.mugs(1));

        assertThat(answer.orderStatus()).isEqualTo("REJECTED");
        assertThat(answer.json().at("/rejection/type").asString()).isIn("insufficient-stock", "payment-declined");
        shop.neighbours().letAnswer(shop.mark(), silent);
        books.awaitDone(answer.orderId());
    }

    private Answer retryUntilPlaced(PlaceOrderRequest order, List<Answer> givenUp) {
        return await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            var answer = shop.place(key, order);
                            if (answer.status() == 503) {
                                givenUp.add(answer);
                                if (givenUp.size() == 2) {
                                    shop.neighbours().answerAsUsual(shop.mark(), "reserve");
                                }
                            }
                            return answer;
                        },
                        answer -> answer.status() == 201);
    }

    private int requestsKept(UUID order) {
        return books.ask(
                        Integer.class,
                        "SELECT count(*) FROM saga_step WHERE request IS NOT NULL AND order_id = ?",
                        order)
                .getFirst();
    }
}
