package dev.covenant.acceptance;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import dev.covenant.acceptance.Api.Answer;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** Many orders at once, and then every book against every other. The hundred come first: a server that just started is no match for 200. */
@RealStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BooksIT {
    private static final List<String> TOKENS =
            List.of("tok_approve", "tok_approve", "tok_decline_card_expired", "tok_approve", "tok_refuse_capture");

    private final Shop shop;
    private final Books books;

    BooksIT(Stack stack) {
        shop = new Shop(stack);
        books = new Books(stack);
    }

    @Test
    @Order(1)
    void agreeAfterAHundredMixedOrders() {
        var mug = shop.mugs(30);
        var lamp = shop.mugs(1000);
        var ebook = shop.ebook();
        var orders = atOnce(100, 8, number -> switch (number % 4) {
            case 0 -> shop.order("ann", token(number), mug);
            case 1 -> shop.order("ben", token(number), ebook);
            case 2 -> shop.order("cem", token(number), lamp, mug);
            default -> shop.order("dan", token(number), mug, lamp, ebook);
        });
        assertThat(orders).extracting(Answer::status).isSubsetOf(201, 202);
        books.settle();
        books.assertTheyAgree();
    }

    @Test
    @Order(2)
    void sellFiftyPiecesToExactlyFiftyOfTwoHundredBuyers() {
        var mug = shop.mugs(50);
        var orders = atOnce(200, 200, number -> shop.order("buyer-" + number, "tok_approve", mug));
        books.settle();
        var ended = orders.stream()
                .map(order -> order.text("orderId"))
                .map(books::statusOf)
                .toList();
        assertThat(ended).filteredOn("CONFIRMED"::equals).hasSize(50);
        assertThat(ended).filteredOn("REJECTED insufficient-stock"::equals).hasSize(150);
        assertThat(shop.available(mug)).isZero();
        books.assertTheyAgree();
    }

    private static String token(int number) {
        return TOKENS.get(number % TOKENS.size());
    }

    private static List<Answer> atOnce(int count, int threads, IntFunction<Answer> order) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var orders = IntStream.range(0, count)
                    .mapToObj(number -> pool.submit(() -> order.apply(number)))
                    .toList();
            return orders.stream().map(BooksIT::result).toList();
        }
    }

    private static Answer result(Future<Answer> order) {
        try {
            return order.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
