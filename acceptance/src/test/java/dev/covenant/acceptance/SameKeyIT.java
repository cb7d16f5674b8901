package dev.covenant.acceptance;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One Idempotency-Key, sent again and again to two replicas of orders. */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameKeyIT {
    private final Stack stack;
    private final Shop shop;
    private final Books books;
    private LibertyServer second;
    private List<URI> replicas;

    SameKeyIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @BeforeAll
    void startASecondReplica() {
        second = stack.replica(Part.ORDERS, "orders-2", Map.of());
        replicas = List.of(stack.server(Part.ORDERS).baseUri(), second.baseUri());
    }

    @AfterAll
    void stopIt() {
        second.close();
    }

    @Test
    void twentyTimesAtOnceIsOneOrderAndOneCharge() {
        var purchase = Purchase.of("twenty", "tok_approve", shop.mugs(30));
        var answers = AtOnce.call(20, number -> send(purchase, number));
        assertThat(answers)
                .allMatch(answer -> answer.status() == 201
                        || answer.status() == 202
                        || answer.text("type").endsWith(":request-in-progress"));
        assertThat(answers.stream().filter(answer -> answer.status() != 409).distinct())
                .as("all that were answered, were answered the same")
                .hasSize(1);
        assertOneOrder("twenty");
        assertThat(shop.available(purchase.skus().getFirst())).isEqualTo(29);
    }

    @Test
    void afterACrashTheRetriesJoinTheOrder() {
        var purchase = Purchase.of("crash", "tok_approve", shop.mugs(30));
        try (var stage = Stage.open(stack);
                var customer = Executors.newSingleThreadExecutor()) {
            var authorization = stage.holdAnswer(Message.AUTHORIZE);
            var first = customer.submit(() -> purchase.send(stage.customer("crash")));
            authorization.awaitHeld(Stage.LIMIT);
            stage.orders().process().kill();
            assertThatThrownBy(first::get)
                    .as("nobody knows what became of it")
                    .hasCauseInstanceOf(UncheckedIOException.class);
        }
        books.letHandlersExpire();
        books.letLeasesExpire();
        var answers = AtOnce.call(20, number -> send(purchase, number));
        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 202, 409).containsAnyOf(201, 202);
        assertThat(answers.stream().filter(answer -> answer.status() != 409).distinct())
                .hasSize(1);
        assertOneOrder("crash");
        assertThat(shop.available(purchase.skus().getFirst())).isEqualTo(29);
    }

    @Test
    void anotherCustomerWithTheSameKeySeesNothingOfIt() {
        var anns = Purchase.of("key-ann", "tok_approve", shop.mugs(30));
        var bens = new Purchase("key-ben", anns.paymentToken(), anns.skus(), anns.key(), null);
        var annsOrder = send(anns, 0).text("orderId");
        var bensOrder = send(bens, 1).text("orderId");
        assertThat(bensOrder).isNotEqualTo(annsOrder);
        assertThat(shop.customer("key-ben").get("/api/v1/orders/" + annsOrder).status())
                .isEqualTo(404);
        assertOneOrder("key-ann");
        assertOneOrder("key-ben");
    }

    private Answer send(Purchase purchase, int number) {
        return purchase.send(shop.customer(purchase.customer()).at(replicas.get(number % replicas.size())));
    }

    private void assertOneOrder(String customer) {
        books.settle();
        assertThat(books.ordersOf(customer)).hasSize(1);
        var order = books.ordersOf(customer).getFirst();
        assertThat(books.statusOf(order)).isEqualTo("CONFIRMED");
        assertThat(books.providerEntriesFor(order)).containsExactly("AUTHORIZED", "CAPTURED");
    }
}
