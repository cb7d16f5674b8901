package dev.covenant.audit.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import dev.covenant.audit.books.Order;
import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.Reservation;
import dev.covenant.audit.dossier.Dossier;

/** How an order has ended must be how its stock and its money ended; and nothing may be done before the saga decided it. */
final class EndChecks {
    private EndChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                when(
                        "confirmed-has-its-stock",
                        "a CONFIRMED order has one committed reservation if it has physical lines, else none",
                        order -> order.isDone() && order.isConfirmed(),
                        EndChecks::stockOfConfirmed),
                when(
                        "confirmed-is-paid",
                        "a CONFIRMED order has one payment, captured",
                        order -> order.isDone() && order.isConfirmed(),
                        (_, dossier) -> Expect.equal("payment", "CAPTURED", state(dossier))),
                when(
                        "ended-holds-no-stock",
                        "a REJECTED or CANCELLED order has no reservation in force",
                        order -> order.isDone() && order.cameToNothing(),
                        (_, dossier) -> dossier.reservation()
                                .filter(Reservation::isInForce)
                                .map(held -> new Finding("no reservation in force", held.state()))),
                when(
                        "ended-holds-no-money",
                        "a REJECTED or CANCELLED order has nothing authorized, and captured less refunded is zero",
                        order -> order.isDone() && order.cameToNothing(),
                        (_, dossier) -> dossier.payment().flatMap(EndChecks::moneyOfEnded)),
                when(
                        "nothing-before-decision",
                        "nothing is captured before the pivot, and nothing undone before the saga went back",
                        order -> order.saga().isPresent(),
                        EndChecks::undecided));
    }

    private static Optional<Finding> stockOfConfirmed(Order order, Dossier dossier) {
        var wanted = order.physicalPieces().isEmpty() ? "none" : "COMMITTED";
        return Expect.equal(
                "reservation",
                wanted,
                dossier.reservation().map(Reservation::state).orElse("none"));
    }

    /** VOIDING is on its way, for as long as the provider is asked: {@code open-work-is-asked} sees to that. */
    private static Optional<Finding> moneyOfEnded(Payment payment) {
        return Expect.that(
                !payment.isIn("PENDING", "AUTHORIZED") && payment.captured() == payment.refunded(),
                "no open authorization, and all that was captured refunded",
                "%s, captured %d, refunded %d",
                payment.state(),
                payment.captured(),
                payment.refunded());
    }

    private static Optional<Finding> undecided(Order order, Dossier dossier) {
        var direction = order.saga().orElseThrow().direction();
        var reservation = dossier.reservation().map(Reservation::state).orElse("none");
        var captured =
                dossier.payment().filter(payment -> payment.captured() > 0).isPresent();
        var undone = dossier.payment()
                        .filter(payment -> payment.isIn("VOIDING", "VOIDED"))
                        .isPresent()
                || List.of("RELEASED", "RETURNED").contains(reservation);
        var early = !direction.equals("PIVOTED") && (captured || direction.equals("FORWARD") && undone);
        return Expect.that(
                !early,
                "%s, so nothing captured%s"
                        .formatted(direction, direction.equals("FORWARD") ? " and nothing undone" : ""),
                "reservation %s, payment %s",
                reservation,
                state(dossier));
    }

    private static String state(Dossier dossier) {
        return dossier.payment().map(Payment::state).orElse("none");
    }

    private static DossierCheck when(
            String name,
            String promise,
            Predicate<Order> order,
            BiFunction<Order, Dossier, Optional<Finding>> examine) {
        return new DossierCheck(
                new Check(name, promise),
                dossier -> dossier.order().filter(order).isPresent(),
                dossier -> examine.apply(dossier.order().orElseThrow(), dossier));
    }
}
