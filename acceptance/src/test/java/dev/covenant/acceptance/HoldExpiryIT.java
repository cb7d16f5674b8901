package dev.covenant.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.faults.Fault;
import dev.covenant.devstack.faults.FaultProxy;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that expire just when checkouts want to commit them: a replica whose holds last not a moment longer than its checkouts may take,
 * and a slow way to payments, so that hold, deadline and commit meet.
 */
@RealStack
class HoldExpiryIT {
    private static final int BUYERS = 60;
    private static final int PIECES = 40;

    private final Stack stack;
    private final Shop shop;
    private final Books books;

    HoldExpiryIT(Stack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @Test
    void neverLeavesAConfirmedOrderWithoutItsStock() {
        var mug = shop.mugs(PIECES);
        try (var payments = FaultProxy.forHttp(stack.ports().of(Part.PAYMENTS));
                var hasty = stack.replica(
                        Part.ORDERS,
                        "hasty-orders",
                        Map.of(
                                "PAYMENTS_URL", "http://localhost:" + payments.port(),
                                "ORDERS_SAGA_DEADLINE_SECONDS", "2",
                                "ORDERS_SAGA_HOLD_MARGIN_SECONDS", "0"))) {
            payments.inject(new Fault.Delay(Duration.ofMillis(900)));
            AtOnce.call(BUYERS, number -> Purchase.of("hasty-" + number, "tok_approve", mug)
                    .inAHurry()
                    .insist(shop.customer("hasty-" + number).at(hasty.baseUri())));
            books.settle();
        }
        var endings = IntStream.range(0, BUYERS)
                .mapToObj(number ->
                        books.statusOf(books.ordersOf("hasty-" + number).getFirst()))
                .toList();
        var sold = endings.stream().filter("CONFIRMED"::equals).count();
        assertThat(shop.available(mug)).isEqualTo(PIECES - sold);
        books.assertTheyAgree();
    }
}
