package dev.covenant.audit.checks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.covenant.audit.books.Charge;
import dev.covenant.audit.books.Journal;
import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.Posting;
import dev.covenant.audit.dossier.Dossier;

import static dev.covenant.audit.checks.DossierCheck.ofPayment;

/** The journals of a payment: written with each change of its state, so they hold at every moment. */
final class LedgerChecks {
    private LedgerChecks() {}

    static List<DossierCheck> all() {
        return List.of(
                ofPayment(
                        "journals-balance",
                        "a journal has at least two postings and sums to zero per currency",
                        LedgerChecks::balance),
                ofPayment(
                        "journals-match-payment",
                        "a payment's journals are those that its state and its refunds imply",
                        LedgerChecks::match),
                new DossierCheck(
                        new Check(
                                "clearing-matches-provider",
                                "what the ledger says the provider owes us is what the provider took for us"),
                        dossier -> dossier.payment().isPresent(),
                        LedgerChecks::clearing));
    }

    private static Optional<Finding> balance(Payment payment) {
        return payment.journals().stream()
                .filter(journal -> !journal.isBalanced())
                .findFirst()
                .map(journal -> new Finding(
                        "%s with two postings or more that sum to zero".formatted(journal.key()),
                        "%d postings, sums %s".formatted(journal.postings().size(), journal.sums())));
    }

    /** A journal that is not balanced is {@link #balance}'s. */
    private static Optional<Finding> match(Payment payment) {
        var expected = ExpectedJournals.of(payment);
        var found = payment.journals().stream()
                .collect(Collectors.toMap(Journal::key, LedgerChecks::sorted, (one, _) -> one, TreeMap::new));
        var keys = Expect.that(
                expected.keySet().equals(found.keySet()),
                "%s, so journals %s".formatted(payment.state(), expected.keySet()),
                "%s",
                found.keySet());
        return keys.or(() -> payment.journals().stream()
                .filter(Journal::isBalanced)
                .map(journal -> postings(journal.key(), expected, found))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<Finding> postings(
            String key, Map<String, List<Posting>> expected, Map<String, List<Posting>> found) {
        return Expect.equal(key, expected.get(key), found.get(key));
    }

    private static List<Posting> sorted(Journal journal) {
        return journal.postings().stream()
                .sorted(Comparator.comparing(Posting::account))
                .toList();
    }

    private static Optional<Finding> clearing(Dossier dossier) {
        var payment = dossier.payment().orElseThrow();
        if (payment.attempts().stream().anyMatch(attempt -> attempt.isOpen())) {
            return Optional.empty();
        }
        var owed = payment.journals().stream()
                .flatMap(journal -> journal.postings().stream())
                .filter(posting -> posting.account().equals("provider-clearing"))
                .collect(Collectors.groupingBy(
                        Posting::currency, TreeMap::new, Collectors.summingLong(Posting::amount)));
        var taken = dossier.charges().stream()
                .collect(Collectors.groupingBy(
                        Charge::currency,
                        TreeMap::new,
                        Collectors.summingLong(charge -> charge.captured() - charge.refunded())));
        owed.values().removeIf(sum -> sum == 0);
        taken.values().removeIf(sum -> sum == 0);
        return Expect.that(
                taken.equals(owed), "provider-clearing %s, as the provider took".formatted(taken), "%s", owed);
    }
}
