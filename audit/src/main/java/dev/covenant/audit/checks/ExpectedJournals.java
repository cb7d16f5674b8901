package dev.covenant.audit.checks;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.covenant.audit.books.Payment;
import dev.covenant.audit.books.Posting;

/** The journals that follow from how a payment stands (the design's section 6), by their keys, postings in the order of accounts. */
final class ExpectedJournals {
    private static final String HELD = "authorized";
    private static final String CONTRA = "authorized-contra";
    private static final String CLEARING = "provider-clearing";

    private final Payment payment;
    private final SortedMap<String, List<Posting>> journals = new TreeMap<>();

    private ExpectedJournals(Payment payment) {
        this.payment = payment;
    }

    static SortedMap<String, List<Posting>> of(Payment payment) {
        var expected = new ExpectedJournals(payment);
        if (payment.authorized() > 0) {
            expected.ofAuthorization();
        }
        payment.refunds().stream()
                .filter(refund -> refund.state().equals("SUCCEEDED"))
                .forEach(refund ->
                        expected.add(refund.id() + ":refund", refund.amount(), List.of("refunds"), List.of(CLEARING)));
        return expected.journals;
    }

    private void ofAuthorization() {
        var amount = payment.authorized();
        add(payment.id() + ":authorize", amount, List.of(HELD), List.of(CONTRA));
        switch (payment.state()) {
            case "CAPTURED" ->
                add(payment.id() + ":capture", amount, List.of(CONTRA, CLEARING), List.of(HELD, "sales"));
            case "VOIDED" -> add(payment.id() + ":void", amount, List.of(CONTRA), List.of(HELD));
            case "CAPTURE_REFUSED" -> add(payment.id() + ":capture-refused", amount, List.of(CONTRA), List.of(HELD));
            default -> {}
        }
    }

    private void add(String key, long amount, List<String> debits, List<String> credits) {
        var postings = Stream.concat(
                        debits.stream().map(account -> new Posting(account, payment.currency(), amount)),
                        credits.stream().map(account -> new Posting(account, payment.currency(), -amount)))
                .sorted(Comparator.comparing(Posting::account))
                .toList();
        journals.put(key, postings);
    }
}
