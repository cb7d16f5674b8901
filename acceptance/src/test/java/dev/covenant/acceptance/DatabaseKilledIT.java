package dev.covenant.acceptance;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL, with all four databases, dies in the middle of the traffic. */
@RealStack
class DatabaseKilledIT {
    private static final int ORDERS = 300;
    private static final int BEFORE_THE_CRASH = 60;
    private static final int AT_ONCE = 10;

    private final Stack stack;
    private final Shop shop;
    private final Books books;

    DatabaseKilledIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @Test
    void losesNoOrderThatWasAcknowledgedAndMakesNoneTwice() throws InterruptedException {
        var mug = shop.mugs(ORDERS);
        var answeredBefore = new CountDownLatch(BEFORE_THE_CRASH);
        List<Answer> answers;
        try (var customers = Executors.newFixedThreadPool(AT_ONCE)) {
            var purchases = IntStream.range(0, ORDERS)
                    .mapToObj(number -> Purchase.of("crash-" + number, "tok_approve", mug))
                    .map(purchase -> CompletableFuture.supplyAsync(() -> insist(purchase, answeredBefore), customers))
                    .toList();
            answeredBefore.await();
            stack.postgres().kill();
            stack.postgres().restart();
            answers = purchases.stream().map(CompletableFuture::join).toList();
        }
        books.settle();
        assertThat(answers).extracting(answer -> answer.text("orderId")).doesNotHaveDuplicates();
        assertThat(answers).allSatisfy(answer -> assertThat(books.statusOf(answer.text("orderId")))
                .isEqualTo("CONFIRMED"));
        assertThat(IntStream.range(0, ORDERS).mapToObj(number -> endingsOf("crash-" + number)))
                .allSatisfy(endings -> assertThat(endings)
                        .containsOnlyOnce("CONFIRMED")
                        .isSubsetOf("CONFIRMED", "REJECTED inventory-unavailable"));
        assertThat(shop.available(mug)).isZero();
        books.assertTheyAgree();
    }

    /** A customer who was told that stock could not be reserved orders anew with the same key; what was begun before is an order, too. */
    private List<String> endingsOf(String customer) {
        return books.ordersOf(customer).stream().map(books::statusOf).toList();
    }

    private Answer insist(Purchase purchase, CountDownLatch answered) {
        var answer = purchase.insist(shop.customer(purchase.customer()));
        answered.countDown();
        return answer;
    }
}
