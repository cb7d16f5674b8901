package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.orders.api.v1.PlaceOrderRequest.Line;
import dev.covenant.orders.catalogue.ProductKind;
import dev.covenant.orders.support.StubAnswer;
import dev.covenant.orders.support.StubNeighbours;

import static org.awaitility.Awaitility.await;

/**
 * The shop under test as one customer of it sees it.
 *
 * @param mark part of the customer's name, of every SKU and of the payment token, so that tests share a server and its neighbours in
 *     peace
 */
record Shop(ServerUnderTest server, String mark, HttpCaller http) {
    static final long MUG_PRICE = 1_290;
    static final long BOOK_PRICE = 990;
    private static final String ORDERS = "api/v1/orders";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    static Shop open(ServerUnderTest server) {
        var mark = UuidV7.next().toString().toUpperCase();
        return new Shop(server, mark, callerAs(server, "ann-" + mark, "customer"));
    }

    /** Another customer of the same shop. */
    Shop asSomebodyElse() {
        return new Shop(server, mark, callerAs(server, "bob-" + mark, "customer"));
    }

    HttpCaller merchandiser() {
        return callerAs(server, "mia-" + mark, "merchandiser");
    }

    /** Puts it into the catalogue. @return its SKU */
    String sells(String name, ProductKind kind, long price) {
        return sells(name, kind, new Money(price, "EUR"));
    }

    String sells(String name, ProductKind kind, Money price) {
        var sku = sku(name);
        merchandiser().json("PUT", "api/v1/products/" + sku, new ProductRequest(name, kind, price));
        return sku;
    }

    Line mugs(int quantity) {
        return new Line(sells("MUG", ProductKind.PHYSICAL, MUG_PRICE), quantity);
    }

    Line book() {
        return new Line(sells("BOOK", ProductKind.DIGITAL, BOOK_PRICE), 1);
    }

    String sku(String name) {
        return name + "-" + mark;
    }

    String paymentToken() {
        return "tok_approve_" + mark;
    }

    PlaceOrderRequest order(Line... lines) {
        var total = Arrays.stream(lines)
                .mapToLong(line -> line.quantity() * (line.sku().startsWith("MUG") ? MUG_PRICE : BOOK_PRICE))
                .sum();
        return new PlaceOrderRequest(List.of(lines), "EUR", paymentToken(), total);
    }

    /** Under a key of its own. */
    Answer place(Line... lines) {
        return place(UUID.randomUUID().toString(), order(lines));
    }

    Answer place(String key, PlaceOrderRequest order) {
        return http.json("POST", ORDERS, order, "Idempotency-Key", key);
    }

    /** Waits for the outcome for a moment only. */
    Answer placeInAHurry(Line... lines) {
        return placeInAHurry(UUID.randomUUID().toString(), order(lines));
    }

    Answer placeInAHurry(String key, PlaceOrderRequest order) {
        return http.json("POST", ORDERS, order, "Idempotency-Key", key, "Covenant-Deadline-Ms", "100");
    }

    Answer cancel(UUID orderId) {
        return http.text("POST", ORDERS + "/" + orderId + "/cancellation", "");
    }

    /** The checkout page of such lines as {@code MUG-BLUE:2}. */
    Answer page(String... lines) {
        return http.get("api/v1/checkout?sku=" + String.join("&sku=", lines));
    }

    /** Payments tells how the payment of an order ended. */
    Answer hears(UUID orderId, PaymentOutcomeRequest outcome) {
        return callerAs(server, "payments", "service-payments")
                .json("PUT", "api/v1/payment-outcomes/" + paymentOf(orderId), outcome);
    }

    Answer show(UUID orderId) {
        return http.get(ORDERS + "/" + orderId);
    }

    Books books() {
        return Books.of(server);
    }

    StubNeighbours neighbours() {
        return server.setup(StubNeighbours.class);
    }

    /** From now on a neighbour answers this step of this shop's orders like this. */
    void neighbourAnswers(String step, StubAnswer answer) {
        neighbours().answer(mark, step, answer);
    }

    /** Returns when a neighbour was asked for this step of this shop's orders. */
    void awaitAsked(String step) {
        awaitAsked(step, 1);
    }

    /** Returns when it was asked so many times. */
    void awaitAsked(String step, int times) {
        await().atMost(LIMIT)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> Collections.frequency(stepsAsked(), step) >= times);
    }

    /** This customer's only order, as soon as it is placed: an order that waits for its outcome says nothing of its id yet. */
    UUID awaitOrder() {
        var query = "SELECT order_id FROM customer_order WHERE customer = ?";
        return await().atMost(LIMIT)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> books().ask(UUID.class, query, customer()), orders -> !orders.isEmpty())
                .getFirst();
    }

    private UUID paymentOf(UUID orderId) {
        var query = "SELECT command_id FROM saga_step WHERE step = 'AUTHORIZE' AND order_id = ?";
        return books().ask(UUID.class, query, orderId).getFirst();
    }

    String customer() {
        return "ann-" + mark;
    }

    List<String> stepsAsked() {
        return neighbours().stepsAsked(mark);
    }

    private static HttpCaller callerAs(ServerUnderTest server, String name, String role) {
        return new HttpCaller(server.baseUri(), server.tokens().token(name, "orders", role));
    }
}
