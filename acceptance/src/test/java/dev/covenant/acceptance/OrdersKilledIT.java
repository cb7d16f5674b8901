package dev.covenant.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.acceptance.Stage.Staged;
import dev.covenant.devstack.faults.HeldMessage;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders dies in the middle of a checkout, at every point where it can: one checkout is brought to each of them, and one kill -9 hits
 * them all. Then orders is started again, and every checkout must come to its end.
 */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersKilledIT {
    /** Where a checkout stands when orders dies, seen from a message. */
    enum Point {
        /** What led to the message is committed; the neighbour has not got it. */
        REQUEST_ON_ITS_WAY,
        /** The neighbour has done its part; orders has not heard of it. */
        ANSWER_ON_ITS_WAY,
        /** Orders has heard of it, and is about to commit what follows. */
        ANSWER_NOT_WRITTEN
    }

    record Gap(Message message, Point point) {
        @Override
        public String toString() {
            return message + ", " + point;
        }
    }

    private final Stack stack;
    private final Shop shop;
    private final Books books;
    private final Map<Gap, Staged> checkouts = new LinkedHashMap<>();
    private final List<HeldMessage> requestsOnTheirWay = new ArrayList<>();
    private final List<RowLock> locks = new ArrayList<>();

    OrdersKilledIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    static Stream<Gap> gaps() {
        // Those that wait for a lock come last: a service does not wait for one forever.
        return Arrays.stream(Point.values())
                .flatMap(point -> Arrays.stream(Message.values()).map(message -> new Gap(message, point)));
    }

    @BeforeAll
    void killOrdersInEveryGap() {
        try (var stage = Stage.openAlone(stack)) {
            gaps().forEach(gap -> checkouts.put(gap, bringTo(gap, stage)));
            stage.orders().process().kill();
            locks.forEach(RowLock::close);
            books.letLeasesExpire();
            stage.resumeTheStacksOwn();
            books.settle();
            requestsOnTheirWay.forEach(HeldMessage::release);
            requestsOnTheirWay.forEach(request -> request.awaitAnswer(Stage.LIMIT));
        }
    }

    private Staged bringTo(Gap gap, Stage stage) {
        var message = gap.message();
        if (gap.point() == Point.REQUEST_ON_ITS_WAY) {
            var request = stage.holdRequest(message);
            var checkout = stage.begin(message);
            requestsOnTheirWay.add(request.awaitHeld(Stage.LIMIT));
            return checkout;
        }
        var answer = stage.holdAnswer(message);
        var checkout = stage.begin(message);
        answer.awaitHeld(Stage.LIMIT);
        if (gap.point() == Point.ANSWER_NOT_WRITTEN) {
            var lock = books.lockCheckout(checkout.orderId());
            locks.add(lock);
            answer.release();
            lock.awaitBlocked();
        }
        return checkout;
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void bringsTheCheckoutToItsEnd(Gap gap) {
        var checkout = checkouts.get(gap);
        assertThat(books.statusOf(checkout.orderId()))
                .isEqualTo(checkout.journey().ending());
        assertThat(shop.available(checkout.product()))
                .isEqualTo(checkout.journey().left());
        assertThat(books.providerEntriesFor(checkout.orderId()))
                .isEqualTo(checkout.journey().providerEntries());
    }

    /** Also after the requests of the dead replica have arrived, long after they were answered to another one. */
    @Test
    void leavesTheBooksInAgreement() {
        books.assertTheyAgree();
    }
}
