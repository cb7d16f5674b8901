package dev.covenant.audit.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.covenant.audit.books.Order;
import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.Reservation;
import dev.covenant.audit.dossier.Dossier;

/** What the neighbours hold for orders is what an order asked for, and one order alone. */
final class OwnershipChecks {
    private final String client;

    private OwnershipChecks(String client) {
        this.client = client;
    }

    /** @param client as whom orders calls its neighbours */
    static List<DossierCheck> all(String client) {
        var checks = new OwnershipChecks(client);
        return List.of(
                check(
                        "reservation-has-order",
                        "each reservation of orders is named by an order's saga",
                        dossier -> dossier.reservation().filter(checks::isOurs).isPresent(),
                        dossier -> checks.owned(dossier.reservationOwners())),
                check(
                        "payment-has-order",
                        "each payment of orders is named by an order's saga",
                        dossier -> dossier.payment().filter(checks::isOurs).isPresent(),
                        dossier -> checks.owned(dossier.paymentOwners())),
                check(
                        "ids-name-one-order",
                        "no two orders share a reservation or a payment",
                        dossier -> dossier.order().isPresent(),
                        OwnershipChecks::alone),
                check(
                        "reservation-is-the-orders",
                        "an order's reservation is of exactly its physical lines, and of orders",
                        dossier -> dossier.order().isPresent()
                                && dossier.reservation().isPresent(),
                        checks::sameStock),
                check(
                        "payment-is-the-orders",
                        "an order's payment is of its total in its currency, and of orders",
                        dossier ->
                                dossier.order().isPresent() && dossier.payment().isPresent(),
                        checks::sameMoney));
    }

    private boolean isOurs(Reservation reservation) {
        return reservation.client().equals(client);
    }

    private boolean isOurs(Payment payment) {
        return payment.client().equals(client);
    }

    private Optional<Finding> owned(Set<UUID> owners) {
        return Expect.that(!owners.isEmpty(), "an order of client " + client + " whose saga names it", "none");
    }

    private static Optional<Finding> alone(Dossier dossier) {
        return Expect.that(
                dossier.reservationOwners().size() <= 1
                        && dossier.paymentOwners().size() <= 1,
                "ids of this order alone",
                "reservation of orders %s, payment of orders %s",
                dossier.reservationOwners(),
                dossier.paymentOwners());
    }

    private Optional<Finding> sameStock(Dossier dossier) {
        var order = dossier.order().orElseThrow();
        var reservation = dossier.reservation().orElseThrow();
        var same = reservation.isTombstone() || reservation.pieces().equals(order.physicalPieces());
        return Expect.that(
                same && isOurs(reservation),
                "%s of client %s".formatted(order.physicalPieces(), client),
                "%s of client %s",
                reservation.pieces(),
                reservation.client());
    }

    private Optional<Finding> sameMoney(Dossier dossier) {
        var order = dossier.order().orElseThrow();
        var payment = dossier.payment().orElseThrow();
        var same = payment.isTombstone() || isOf(order, payment);
        return Expect.that(
                same && isOurs(payment),
                "%d %s of client %s".formatted(order.total(), order.currency(), client),
                "%s %s of client %s",
                payment.amount(),
                payment.currency(),
                payment.client());
    }

    private static boolean isOf(Order order, Payment payment) {
        return payment.amount() == order.total() && payment.currency().equals(order.currency());
    }

    private static DossierCheck check(
            String name, String promise, Predicate<Dossier> concerns, Function<Dossier, Optional<Finding>> examine) {
        return new DossierCheck(new Check(name, promise), concerns, examine);
    }
}
