package dev.covenant.audit.checks;

import java.util.List;
import java.util.Optional;

import dev.covenant.audit.books.Order;
import dev.covenant.audit.books.Step;

import static dev.covenant.audit.checks.DossierCheck.ofOrder;

/** What the database of orders alone must say of an order: its rows change in one transaction, so these hold at every moment. */
final class OrderChecks {
    private static final List<String> OF_STOCK = List.of("RESERVE", "COMMIT", "RELEASE", "RETURN");
    private static final List<String> OF_MONEY = List.of("AUTHORIZE", "CAPTURE", "VOID");

    private OrderChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                ofOrder("order-has-saga", "every order has its saga, with a payment to authorize", OrderChecks::saga),
                ofOrder("total-is-sum-of-lines", "an order's total is the sum of its lines", OrderChecks::total),
                ofOrder(
                        "status-fits-direction",
                        "an order's status is one that its saga can give",
                        OrderChecks::status),
                ofOrder("steps-agree-on-ids", "a saga's steps name one reservation and one payment", OrderChecks::ids));
    }

    private static Optional<Finding> saga(Order order) {
        return Expect.that(
                order.saga().isPresent() && order.paymentId().isPresent(),
                "a saga with a step AUTHORIZE",
                order.saga().isPresent() ? "a saga without it" : "no saga");
    }

    private static Optional<Finding> total(Order order) {
        var sum = order.lines().stream()
                .mapToLong(line -> line.quantity() * line.unitPrice())
                .sum();
        return Expect.that(
                sum == order.total(),
                "the lines sum to the total of %d".formatted(order.total()),
                "%d lines that sum to %d",
                order.lines().size(),
                sum);
    }

    private static Optional<Finding> status(Order order) {
        return order.saga().flatMap(saga -> {
            var allowed =
                    switch (order.status()) {
                        case "PENDING" -> saga.isDone() ? List.of() : List.of("FORWARD", "BACKWARD");
                        case "CONFIRMED" -> List.of("PIVOTED");
                        case "REJECTED" -> List.of("BACKWARD");
                        case "CANCELLED" -> List.of("BACKWARD", "PIVOTED");
                        default -> List.of();
                    };
            return Expect.that(
                    allowed.contains(saga.direction()),
                    "%s, so a saga that is one of %s".formatted(order.status(), allowed),
                    "%s and %s",
                    saga.direction(),
                    saga.state());
        });
    }

    private static Optional<Finding> ids(Order order) {
        return oneId(order, OF_STOCK).or(() -> oneId(order, OF_MONEY));
    }

    private static Optional<Finding> oneId(Order order, List<String> names) {
        var steps = order.steps().stream()
                .filter(step -> names.contains(step.name()))
                .toList();
        return Expect.that(
                steps.stream().map(Step::commandId).distinct().count() <= 1,
                "one command id for %s".formatted(names),
                "%s",
                steps.stream().map(step -> step.name() + " " + step.commandId()).toList());
    }
}
