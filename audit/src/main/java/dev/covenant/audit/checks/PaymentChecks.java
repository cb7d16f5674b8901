package dev.covenant.audit.checks;

import java.util.List;
import java.util.Optional;

import dev.covenant.audit.books.Payment;

import static dev.covenant.audit.checks.DossierCheck.ofPayment;

/** What the database of payments alone must say of a payment. */
final class PaymentChecks {
    private PaymentChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                ofPayment(
                        "amounts-in-bounds",
                        "captured is at most authorized, refunded at most captured, and each fits the payment's state",
                        PaymentChecks::amounts),
                ofPayment(
                        "refunds-add-up",
                        "refunded is the sum of the refunds that have not failed",
                        payment -> Expect.equal(
                                "refunded", payment.refundedIn("PENDING", "SUCCEEDED"), payment.refunded())),
                ofPayment(
                        "open-work-is-asked", "what waits for the provider is being asked for", PaymentChecks::asked));
    }

    private static Optional<Finding> amounts(Payment payment) {
        var amount = payment.isTombstone() ? 0 : payment.amount();
        var authorized =
                switch (payment.state()) {
                    case "AUTHORIZED", "CAPTURED" -> payment.authorized() == amount && amount > 0;
                    case "PENDING", "DECLINED" -> payment.authorized() == 0;
                    default -> payment.authorized() == 0 || payment.authorized() == amount;
                };
        var captured = payment.captured() == (payment.isIn("CAPTURED") ? amount : 0);
        var refunded = 0 <= payment.refunded() && payment.refunded() <= payment.captured();
        return Expect.that(
                authorized && captured && refunded,
                "amounts of a payment of %s that is %s".formatted(payment.amount(), payment.state()),
                "authorized %d, captured %d, refunded %d",
                payment.authorized(),
                payment.captured(),
                payment.refunded());
    }

    private static Optional<Finding> asked(Payment payment) {
        if (payment.isIn("PENDING", "VOIDING") && !payment.isAsked()) {
            return Optional.of(new Finding(
                    "%s, so an attempt that the provider has not answered".formatted(payment.state()),
                    "all attempts answered: nobody will ask again"));
        }
        return payment.refunds().stream()
                .filter(refund -> refund.state().equals("PENDING") && !payment.isAskedAbout(refund))
                .findFirst()
                .map(refund -> new Finding(
                        "refund %s PENDING, so an attempt that is not answered".formatted(refund.id()),
                        "none: nobody will ask again"));
    }
}
