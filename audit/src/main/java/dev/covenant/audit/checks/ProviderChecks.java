package dev.covenant.audit.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.covenant.audit.books.Charge;
import dev.covenant.audit.books.Payment;
import dev.covenant.audit.dossier.Dossier;

/** Payments' books against the provider's. While a question is open the provider may be further; it is never behind. */
final class ProviderChecks {
    private static final String NONE = "no charge";

    private final Terms terms;

    ProviderChecks(Terms terms) {
        this.terms = terms;
    }

    List<DossierCheck> all() {
        return List.of(
                ofCharge(
                        "charged-at-most-once",
                        "the provider has one charge for a payment's id, and took its amount once at most",
                        ProviderChecks::once),
                ofCharge("charge-has-payment", "the provider has no charge that payments does not know", this::known),
                ofBoth(
                        "charge-matches-payment",
                        "the provider has each payment in the same state, of the same amount and currency",
                        ProviderChecks::sameState),
                ofBoth(
                        "refunds-match-provider",
                        "each refund that payments says was paid, the provider paid, and no other",
                        RefundComparison::compare));
    }

    private static Optional<Finding> once(Dossier dossier) {
        var charges = dossier.charges();
        if (charges.size() > 1) {
            return Optional.of(new Finding("one charge", charges.size() + " charges"));
        }
        var charge = charges.getFirst();
        var captured = charge.captured() == (charge.state().equals("CAPTURED") ? charge.amount() : 0);
        var refunded = charge.refunded() == charge.succeededRefunds() && charge.refunded() <= charge.captured();
        return Expect.that(
                captured && refunded,
                "a charge that is %s, with %d taken once and refunds of %d"
                        .formatted(charge.state(), charge.amount(), charge.succeededRefunds()),
                "captured %d, refunded %d",
                charge.captured(),
                charge.refunded());
    }

    /** What held no money and is old may be forgotten on our side. */
    private Optional<Finding> known(Dossier dossier) {
        var charge = dossier.charges().getFirst();
        return Expect.that(
                dossier.payment().isPresent() || !charge.touchesMoney() && terms.mayBeForgotten(charge.id()),
                "a payment of this id",
                "none, but at the provider a charge that is %s",
                charge.state());
    }

    private static Optional<Finding> sameState(Dossier dossier) {
        var payment = dossier.payment().orElseThrow();
        var state = dossier.charges().stream().findFirst().map(Charge::state).orElse(NONE);
        var allowed = statesAtProvider(payment);
        return Expect.that(
                        allowed.contains(state),
                        "the payment is %s, so at the provider %s"
                                .formatted(payment.state(), String.join(" or ", allowed)),
                        "%s",
                        state)
                .or(() -> dossier.charges().stream().findFirst().flatMap(charge -> sameMoney(payment, charge)));
    }

    private static List<String> statesAtProvider(Payment payment) {
        return switch (payment.state()) {
            case "PENDING" -> List.of(NONE, "AUTHORIZED", "DECLINED");
            case "AUTHORIZED" ->
                payment.isAskedTo("CAPTURE")
                        ? List.of("AUTHORIZED", "CAPTURED", "CAPTURE_REFUSED")
                        : List.of("AUTHORIZED");
            case "VOIDING" -> List.of(NONE, "AUTHORIZED", "VOIDED", "DECLINED", "CAPTURED", "CAPTURE_REFUSED");
            case "VOIDED" -> payment.isTombstone() ? List.of(NONE) : List.of("VOIDED", "DECLINED", NONE);
            case "DECLINED", "CAPTURED", "CAPTURE_REFUSED" -> List.of(payment.state());
            default -> List.of();
        };
    }

    private static Optional<Finding> sameMoney(Payment payment, Charge charge) {
        return payment.isTombstone()
                ? Optional.empty()
                : Expect.equal(
                        "a charge of",
                        payment.amount() + " " + payment.currency(),
                        charge.amount() + " " + charge.currency());
    }

    private static DossierCheck ofCharge(String name, String promise, Function<Dossier, Optional<Finding>> examine) {
        return new DossierCheck(
                new Check(name, promise), dossier -> !dossier.charges().isEmpty(), examine);
    }

    private static DossierCheck ofBoth(String name, String promise, Function<Dossier, Optional<Finding>> examine) {
        return new DossierCheck(
                new Check(name, promise), dossier -> dossier.payment().isPresent(), examine);
    }
}
