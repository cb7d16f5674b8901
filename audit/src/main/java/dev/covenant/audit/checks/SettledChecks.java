package dev.covenant.audit.checks;

import java.util.List;

import static dev.covenant.audit.checks.DossierCheck.ofOrder;
import static dev.covenant.audit.checks.DossierCheck.ofPayment;

/** For when nothing should be under way any more. */
final class SettledChecks {
    private SettledChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                ofOrder(
                        "saga-is-done",
                        "every saga has reached its end",
                        order -> Expect.that(
                                order.isDone() || order.saga().isEmpty(),
                                "DONE",
                                "%s",
                                order.saga().orElse(null))),
                ofPayment(
                        "provider-has-answered",
                        "the provider has answered all it was asked",
                        payment -> payment.attempts().stream()
                                .filter(attempt -> attempt.isOpen())
                                .findFirst()
                                .map(open -> new Finding("ANSWERED", "%s %s".formatted(open.key(), open.state())))));
    }
}
