package dev.covenant.orders.api.v1;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** The same request again, whenever and by whomever. */
@RealServer(setup = StubNeighbours.class)
class IdempotencyIT {
    private final String key = UUID.randomUUID().toString();
    private final Shop shop;
    private final Books books;

    IdempotencyIT(ServerUnderTest server) {
        shop = Shop.open(server);
        books = shop.books();
    }

    @Test
    void isAnsweredTheSameAgain() {
        var order = shop.order(shop.mugs(1));

        var first = shop.place(key, order);
        var again = shop.place(key, order);

        assertSame(again, first);
        assertThat(books.orders(shop.customer())).isEqualTo(1);
    }

    @Test
    void isTheSameRequestWhateverItsSpacesAndTheOrderOfItsFields() {
        var order = shop.order(shop.mugs(1));
        var first = shop.place(key, order);

        var again = shop.http()
                .text(
                        "POST",
                        "api/v1/orders",
                        """
                { "expectedTotal": %d, "paymentToken": "%s", "currency": "EUR",
                  "lines": [ { "quantity": 1, "sku": "%s" } ] }
                """.formatted(order.expectedTotal(), order.paymentToken(), shop.sku("MUG")),
                        "Idempotency-Key",
                        key);

        assertSame(again, first);
    }

    @Test
    void isRepeatedFromTheFirstAnswerEvenWhenTheOrderHasMovedOn() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var order = shop.order(shop.book());
        var first = shop.placeInAHurry(key, order);
        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        books.awaitDone(first.orderId());

        var again = shop.place(key, order);

        assertSame(again, first);
        assertThat(again.status()).isEqualTo(202);
        assertThat(shop.show(first.orderId()).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void withAnotherBodyIsRefused() {
        var mugs = shop.mugs(1);
        shop.place(key, shop.order(mugs));

        assertThat(shop.place(key, shop.order(mugs, shop.book())).problem()).isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void ofAnotherCustomerIsAnotherOrder() {
        var order = shop.order(shop.mugs(1));

        var anns = shop.place(key, order);
        var bobs = shop.asSomebodyElse().place(key, order);

        assertThat(bobs.status()).isEqualTo(201);
        assertThat(bobs.orderId()).isNotEqualTo(anns.orderId());
    }

    @Test
    void ofTwoCustomersAtOnceIsTwoOrders() {
        var order = shop.order(shop.mugs(1));
        var other = shop.asSomebodyElse();

        var answers = AtOnce.call(2, number -> (number == 0 ? shop : other).place(key, order));

        assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
        assertThat(answers).extracting(Answer::orderId).doesNotHaveDuplicates();
    }

    @Test
    void twentyTimesAtOnceIsOneOrder() {
        var order = shop.order(shop.mugs(1));

        var answers = AtOnce.call(20, _ -> shop.place(key, order));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Answer::problem)
                .containsOnly("409 request-in-progress");
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::text)
                .containsOnly(shop.place(key, order).text());
        assertThat(books.orders(shop.customer())).isEqualTo(1);
        books.awaitDone(shop.place(key, order).orderId());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "commit", "capture");
    }

    @Test
    void isRefusedWhileTheFirstIsStillBeingHandled() {
        shop.neighbourAnswers("authorize", StubAnswer.PENDING);
        var order = shop.order(shop.book());
        var first = CompletableFuture.supplyAsync(() -> shop.place(key, order));
        books.awaitThat("SELECT count(*) = 1 FROM idempotency_key WHERE key = ?", key);

        var second = shop.place(key, order);

        assertThat(second.problem()).isEqualTo("409 request-in-progress");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        shop.neighbours().answerAsUsual(shop.mark(), "authorize");
        assertThat(first.join().status()).isEqualTo(201);
    }

    @Test
    void joinsTheOrderWhenWhoeverHandledTheFirstIsGone() {
        var order = shop.order(shop.mugs(1));
        var first = shop.place(key, order);
        books.change(
                "UPDATE idempotency_key SET answer_status = NULL, answer_body = NULL, handled_until = now() WHERE key = ?",
                key);

        var again = shop.place(key, order);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.orderId()).isEqualTo(first.orderId());
        assertSame(shop.place(key, order), again);
    }

    /** The wait is over on another thread than the request began on; what goes wrong there must be told all the same. */
    @Test
    void isSentAgainWhenTheDatabaseFailsAsItsFirstAnswerIsWritten() throws IOException {
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var order = shop.order(shop.mugs(1));
        var first = CompletableFuture.supplyAsync(() -> shop.place(key, order));
        shop.awaitAsked("authorize");

        books.whileLocked("SELECT 1 FROM idempotency_key WHERE key = ? FOR UPDATE", key, () -> {
            shop.neighbours().letAnswer(shop.mark(), "authorize");
            books.breakConnectionsThatWait(first::isDone);
        });

        assertThat(first.join().problem()).isEqualTo("503 temporarily-unavailable");
        assertThat(Integer.parseInt(first.join().header("Retry-After"))).isPositive();
        var reference = first.join().json().get("reference").asString();
        assertThat(Files.readString(shop.server().server().console()))
                .contains("reference " + reference, "UPDATE idempotency_key SET")
                .doesNotContain(key);
        books.change("UPDATE idempotency_key SET handled_until = now() WHERE key = ?", key);
        assertThat(shop.place(key, order).orderId()).isEqualTo(shop.awaitOrder());
    }

    /** Of a batch that fails the driver would quote every statement with its values. */
    @Test
    void isNotQuotedInTheLogWhenTheDatabaseFailsInABatch() throws IOException {
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var placed = CompletableFuture.supplyAsync(() -> shop.place(key, shop.order(shop.mugs(1))));
        shop.awaitAsked("authorize");
        var orderId = shop.awaitOrder();

        books.whileLocked("SELECT 1 FROM saga_step WHERE order_id = ? FOR UPDATE", orderId, () -> {
            shop.neighbours().letAnswer(shop.mark(), "authorize");
            books.breakConnectionsThatWait(() -> lines(orderId).contains("Batch entry"));
        });

        assertThat(lines(orderId)).doesNotContain("SET state = ('");
        placed.join();
        books.awaitDone(orderId);
    }

    /** What the log says of the failed work on this order, from its first word on. */
    private String lines(UUID orderId) throws IOException {
        var log = Files.readString(shop.server().server().console());
        var begin = log.indexOf("Work on the saga of order " + orderId + " failed");
        return begin < 0 ? "" : log.substring(begin);
    }

    @Test
    void tenTimesAtOnceAfterWhoeverHandledTheFirstIsGoneIsStillOneOrder() {
        shop.neighbours().holdAnswer(shop.mark(), "authorize");
        var order = shop.order(shop.mugs(1));
        var first = CompletableFuture.supplyAsync(() -> shop.place(key, order));
        shop.awaitAsked("authorize");
        books.change("UPDATE idempotency_key SET handled_until = now() WHERE key = ?", key);

        var retries = CompletableFuture.supplyAsync(() -> AtOnce.call(10, _ -> shop.place(key, order)));
        books.awaitThat("SELECT handled_until > now() FROM idempotency_key WHERE key = ?", key);
        shop.neighbours().letAnswer(shop.mark(), "authorize");

        var answers =
                Stream.concat(retries.join().stream(), Stream.of(first.join())).toList();
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(Answer::text)
                .containsOnly(shop.place(key, order).text());
        assertThat(books.orders(shop.customer())).isEqualTo(1);
        books.awaitDone(shop.awaitOrder());
        assertThat(shop.stepsAsked()).containsExactlyInAnyOrder("reserve", "authorize", "commit", "capture");
    }

    @Test
    void tenTimesAtOnceWhenTheKeyIsJustForgottenIsOneNewOrder() {
        var order = shop.order(shop.mugs(1));
        var first = shop.place(key, order);
        books.change("UPDATE idempotency_key SET expires_at = now() - interval '1 second' WHERE key = ?", key);

        var answers = AtOnce.call(10, _ -> shop.place(key, order));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::orderId)
                .containsOnly(shop.place(key, order).orderId())
                .doesNotContain(first.orderId());
        assertThat(books.orders(shop.customer())).isEqualTo(2);
    }

    @Test
    void isANewOrderOnceTheKeyIsForgotten() {
        var order = shop.order(shop.mugs(1));
        var first = shop.place(key, order);
        books.change("UPDATE idempotency_key SET expires_at = now() - interval '1 second' WHERE key = ?", key);

        var again = shop.place(key, order);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.orderId()).isNotEqualTo(first.orderId());
    }

    @Test
    void afterARefusalThatBeganNothingMayBeCorrected() {
        var mugs = shop.mugs(1);
        var wrong = new PlaceOrderRequest(shop.order(mugs).lines(), "EUR", shop.paymentToken(), 1L);
        assertThat(shop.place(key, wrong).problem()).isEqualTo("409 price-changed");

        assertThat(shop.place(key, shop.order(mugs)).status()).isEqualTo(201);
    }

    private static void assertSame(Answer again, Answer first) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }
}
