package dev.covenant.audit;

import java.util.List;
import java.util.Optional;

import dev.covenant.audit.books.Charge;
import dev.covenant.audit.books.ChargeId;
import dev.covenant.audit.books.IdRange;
import dev.covenant.audit.books.PaymentsBooks;
import dev.covenant.audit.books.ProviderBooks;
import dev.covenant.audit.dossier.CaseKey;

/** Charges of which payments knows nothing. The others are looked at with their payments. */
record ChargesPass(ProviderBooks provider, PaymentsBooks payments, IdPages pages, Examiner examiner) implements Pass {
    @Override
    public String subject() {
        return "charges";
    }

    @Override
    public void run(PageProgress progress) {
        var after = begin();
        do {
            var page = provider.page(after, pages.size());
            // Read after the charges: a payment is committed before the provider hears of it.
            examiner.examine(unknown(page.charges()));
            progress.examined(page.charges().size());
            after = Optional.ofNullable(page.next());
        } while (after.isPresent());
    }

    /** Charges carry no time, but the ids that we give them do. */
    private Optional<String> begin() {
        return pages.scope()
                .since()
                .map(_ -> IdRange.before(pages.scope().newIds().from()).toString());
    }

    private List<CaseKey> unknown(List<Charge> charges) {
        var ids = charges.stream().map(Charge::id).distinct().toList();
        var known = payments.known(
                ids.stream().map(ChargeId::paymentId).flatMap(Optional::stream).toList());
        return ids.stream()
                .filter(id -> ChargeId.paymentId(id).filter(known::contains).isEmpty())
                .<CaseKey>map(CaseKey.OfPayment::new)
                .toList();
    }
}
