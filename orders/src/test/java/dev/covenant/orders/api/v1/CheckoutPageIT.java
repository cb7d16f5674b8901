package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.support.ImpatientShop;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubAnswer.Sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The checkout page is there whatever its neighbours do, and says how far each part of it can be believed. */
@RealServer(setup = ImpatientShop.class)
class CheckoutPageIT {
    /** Room for a busy machine, and still only half of the limit of the calls behind the page. */
    private static final Duration BOUND = ImpatientShop.PAGE_WAITS.multipliedBy(5);

    private final Shop shop;

    CheckoutPageIT(ServerUnderTest server) {
        shop = Shop.open(server);
    }

    /** A cold server on a busy machine takes longer than this service waits here. */
    @BeforeAll
    static void pagesAreAnsweredInTime(ServerUnderTest server) {
        var customer = Shop.open(server);
        awaitStock(customer, "live", customer.mugs(1).sku() + ":1");
    }

    @Test
    void showsPricesStockAndWaysToPay() {
        var mug = shop.mugs(1).sku();
        var book = shop.book().sku();
        shop.neighbourAnswers("stock", StubAnswer.stock(List.of(mug), 1));

        var page = awaitStock(shop, "live", mug + ":2", book + ":3", shop.sku("NOTHING") + ":1");

        assertThat(page.at("/lines").toString()).isEqualTo("""
                [{"sku":"%s","quantity":2,"name":"MUG","kind":"PHYSICAL","price":{"amount":1290,"currency":"EUR"},"available":1},\
                {"sku":"%s","quantity":3,"name":"BOOK","kind":"DIGITAL","price":{"amount":990,"currency":"EUR"},"available":3},\
                {"sku":"%s","quantity":1}]""".formatted(mug, book, shop.sku("NOTHING")));
        assertThat(page.has("total")).isFalse();
        assertThat(page.at("/paymentMethods").toString()).isEqualTo("[{\"method\":\"card\",\"name\":\"Card\"}]");
    }

    @Test
    void showsTheTotalThatAnOrderWouldExpect() {
        var mugs = shop.mugs(2);
        var book = shop.book();

        var page = shop.page(mugs.sku() + ":2", book.sku() + ":1").json();

        assertThat(page.at("/total").toString()).isEqualTo("{\"amount\":3570,\"currency\":\"EUR\"}");
        assertThat(shop.place(mugs, book).orderStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void asksInventoryOnceForAPageOfFiftyProducts() {
        var lines = IntStream.range(0, 50)
                .mapToObj(number -> shop.sells("MUG" + number, ProductKind.PHYSICAL, Shop.MUG_PRICE) + ":1")
                .toArray(String[]::new);

        var page = shop.page(lines);

        assertThat(page.json().at("/lines").size()).isEqualTo(50);
        assertThat(shop.stepsAsked()).containsExactly("stock");
    }

    @Test
    void showsTheLastKnownStockUntilItIsTooOld() {
        var line = shop.mugs(2).sku() + ":2";
        awaitStock(shop, "live", line);
        shop.neighbourAnswers("stock", StubAnswer.DOWN);

        var stale = awaitStock(shop, "stale", line);
        assertThat(stale.at("/lines/0/available").asLong()).isEqualTo(2);
        assertThat(stale.at("/parts/stock/ageSeconds").asLong(-1)).isBetween(0L, 8L);

        var unavailable = awaitStock(shop, "unavailable", line);
        assertThat(unavailable.at("/lines/0").has("available")).isFalse();
        assertThat(unavailable.at("/parts/stock").has("ageSeconds")).isFalse();

        shop.neighbours().answerAsUsual(shop.mark(), "stock");
        awaitStock(shop, "live", line);
    }

    @Test
    void paymentsBeingDownDoesNotHurtTheStock() {
        var mug = shop.sells("MUG", ProductKind.PHYSICAL, new Money(1_390L, "CHF"));
        shop.neighbours().answer("currency=CHF", "payment-methods", StubAnswer.DOWN);

        var page = awaitStock(shop, "live", mug + ":1");

        assertThat(page.at("/parts/paymentMethods/state").asString()).isEqualTo("unavailable");
        assertThat(page.has("paymentMethods")).isFalse();
        assertThat(page.at("/lines/0/available").asLong()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForAnInventoryThatSaysNothing() {
        shop.neighbours().holdAnswer(shop.mark(), "stock");

        assertThatTheRestIsThereInTime();
        shop.neighbours().letAnswer(shop.mark(), "stock");
    }

    @ParameterizedTest
    @EnumSource(
            value = Sending.class,
            names = {"HEADERS_ONLY", "A_BYTE_A_SECOND"})
    void doesNotWaitForAnInventoryThatComesToNoEnd(Sending sending) {
        shop.neighbourAnswers("stock", StubAnswer.broken(sending));

        assertThatTheRestIsThereInTime();
    }

    @Test
    void aCallerInAHurryGetsWhatIsThereByThen() {
        var mug = shop.mugs(1).sku();
        shop.neighbours().holdAnswer(shop.mark(), "stock");

        var page = shop.http().text("GET", "api/v1/checkout?sku=" + mug + ":1", "", "Covenant-Deadline-Ms", "100");

        assertThat(stock(page.json())).isEqualTo("unavailable");
        shop.neighbours().letAnswer(shop.mark(), "stock");
    }

    private void assertThatTheRestIsThereInTime() {
        var mug = shop.mugs(1).sku();
        var begun = System.nanoTime();

        var page = shop.page(mug + ":1");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        assertThat(page.status()).isEqualTo(200);
        assertThat(stock(page.json())).isEqualTo("unavailable");
        assertThat(page.json().at("/lines/0/price/amount").asLong()).isEqualTo(Shop.MUG_PRICE);
        assertThat(page.json().at("/paymentMethods/0/method").asString()).isEqualTo("card");
    }

    private static JsonNode awaitStock(Shop shop, String state, String... lines) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> shop.page(lines).json(), page -> stock(page).equals(state));
    }

    private static String stock(JsonNode page) {
        return page.at("/parts/stock/state").asString();
    }
}
