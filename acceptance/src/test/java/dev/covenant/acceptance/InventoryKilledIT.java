package dev.covenant.acceptance;

import java.util.ArrayList;
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
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** Inventory dies before and after the commit of each command that a checkout sends it, all at one kill -9, and is started again. */
@RealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryKilledIT {
    /** Where a command stands when inventory dies. */
    enum Point {
        /** Done and not committed: it waits for the product's row, which it takes last. */
        NOT_COMMITTED,
        /** Committed; nobody has heard of it. */
        NOT_ANSWERED
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

    InventoryKilledIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    static Stream<Gap> gaps() {
        return Stream.of(Point.NOT_ANSWERED, Point.NOT_COMMITTED)
                .flatMap(point -> Stream.of(Message.RESERVE, Message.COMMIT, Message.RELEASE, Message.RETURN)
                        .map(message -> new Gap(message, point)));
    }

    @BeforeAll
    void killInventoryInEveryGap() {
        var held = new ArrayList<HeldMessage>();
        var locks = new ArrayList<RowLock>();
        try (var stage = Stage.openAlone(stack)) {
            gaps().forEach(gap -> checkouts.put(gap, bringTo(gap, stage, held, locks)));
            var inventory = stack.server(Part.INVENTORY);
            inventory.process().kill();
            locks.forEach(RowLock::close);
            held.forEach(HeldMessage::drop);
            inventory.start().awaitReady();
            books.settle();
        }
    }

    private Staged bringTo(Gap gap, Stage stage, List<HeldMessage> held, List<RowLock> locks) {
        var message = gap.message();
        var stopped = gap.point() == Point.NOT_ANSWERED ? stage.holdAnswer(message) : stage.holdRequest(message);
        var checkout = stage.begin(message);
        stopped.awaitHeld(Stage.LIMIT);
        if (gap.point() == Point.NOT_ANSWERED) {
            held.add(stopped);
        } else {
            var lock = books.lockStock(checkout.product());
            locks.add(lock);
            stopped.release();
            lock.awaitBlocked();
        }
        return checkout;
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void theCheckoutComesToItsEnd(Gap gap) {
        var checkout = checkouts.get(gap);
        assertThat(books.statusOf(checkout.orderId()))
                .isEqualTo(checkout.journey().ending());
        assertThat(shop.available(checkout.product()))
                .isEqualTo(checkout.journey().left());
    }

    @Test
    void theBooksAgree() {
        books.assertTheyAgree();
    }
}
