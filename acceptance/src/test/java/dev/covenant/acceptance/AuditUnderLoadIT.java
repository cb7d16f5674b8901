package dev.covenant.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.covenant.audit.Audit;
import dev.covenant.audit.AuditOptions;
import dev.covenant.audit.Report;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.testing.RealStack;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit cries wolf at nothing that only moves. */
@RealStack
class AuditUnderLoadIT {
    private static final int ORDERS = 200;
    private static final int BUYERS = 8;
    private static final List<String> TOKENS =
            List.of("tok_approve", "tok_decline_card_expired", "tok_refuse_capture", "tok_slow_300");

    private final Stack stack;
    private final Shop shop;

    AuditUnderLoadIT(Stack stack) {
        this.stack = stack;
        shop = new Shop(stack);
    }

    @Test
    void findsNothingWrongWhileOrdersArePlaced() throws Exception {
        var mug = shop.mugs(ORDERS / 2);
        var ebook = shop.ebook();
        var reports = new ArrayList<Report>();
        try (var buyers = Executors.newFixedThreadPool(BUYERS)) {
            var orders = IntStream.range(0, ORDERS)
                    .mapToObj(number -> buyers.submit(order(number, number % 3 == 0 ? ebook : mug)))
                    .toList();
            while (!orders.stream().allMatch(Future::isDone)) {
                reports.add(Audit.of(stack.books()).run(AuditOptions.usual()));
            }
        }
        assertThat(reports).hasSizeGreaterThan(1).allSatisfy(report -> assertThat(report.isClean())
                .as(report.toString())
                .isTrue());
        var books = new Books(stack);
        books.settle();
        books.assertTheyAgree();
    }

    private Callable<Api.Answer> order(int number, String sku) {
        return () -> shop.order("ann", TOKENS.get(number % TOKENS.size()), sku);
    }
}
