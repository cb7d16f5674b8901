package dev.covenant.orders.api.v1;

import dev.covenant.chassis.problem.Problem;

/** Problems of orders that were placed. */
final class OrderProblems {
    private OrderProblems() {}

    /** The same for an order that does not exist and for another customer's. */
    static Problem notFound() {
        return Problem.of(404, "order-not-found", "No such order").detail("There is no such order of yours.");
    }

    static Problem noSuchPayment() {
        return Problem.of(404, "payment-not-found", "No such payment").detail("No order is paid with this payment.");
    }

    static Problem notCancellable(String why) {
        return Problem.of(409, "not-cancellable", "Not cancellable").detail(why);
    }

    static Problem tooManyFollowers() {
        return Problem.of(503, "too-many-followers", "Too many followers")
                .detail("This replica has no room for another event stream. Try again shortly.");
    }
}
