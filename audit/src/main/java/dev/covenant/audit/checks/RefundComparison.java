package dev.covenant.audit.checks;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.covenant.audit.books.ProviderRefund;
import dev.covenant.audit.books.Refund;
import dev.covenant.audit.dossier.Dossier;

/** Refund by refund, ours against the provider's. One that is PENDING with us may be anything there. */
final class RefundComparison {
    private final Map<String, Refund> ours;
    private final Map<String, ProviderRefund> theirs;

    private RefundComparison(Dossier dossier) {
        ours = dossier.payment().orElseThrow().refunds().stream()
                .collect(Collectors.toMap(refund -> refund.id().toString(), Function.identity()));
        theirs = dossier.charges().stream()
                .flatMap(charge -> charge.refunds().stream())
                .collect(Collectors.toMap(ProviderRefund::id, Function.identity(), (one, _) -> one));
    }

    static Optional<Finding> compare(Dossier dossier) {
        var both = new RefundComparison(dossier);
        return both.ours.values().stream()
                .map(both::paid)
                .flatMap(Optional::stream)
                .findFirst()
                .or(both::known);
    }

    private Optional<Finding> paid(Refund refund) {
        var there = Optional.ofNullable(theirs.get(refund.id().toString()));
        var said = there.map(other -> other.state() + " " + other.amount()).orElse("unknown");
        var paidThere = there.filter(other -> other.state().equals("SUCCEEDED")).isPresent();
        return switch (refund.state()) {
            case "SUCCEEDED" ->
                Expect.equal("refund %s at the provider".formatted(refund.id()), "SUCCEEDED " + refund.amount(), said);
            case "FAILED", "REFUSED" ->
                Expect.that(
                        !paidThere,
                        "refund %s not paid, as it is %s with us".formatted(refund.id(), refund.state()),
                        "at the provider %s",
                        said);
            default -> Optional.empty();
        };
    }

    private Optional<Finding> known() {
        return theirs.values().stream()
                .filter(refund -> refund.state().equals("SUCCEEDED") && !ours.containsKey(refund.id()))
                .findFirst()
                .map(refund -> new Finding(
                        "a refund %s of ours, which the provider paid".formatted(refund.id()),
                        "none of %d".formatted(ours.size())));
    }
}
