package dev.covenant.audit;

import java.util.List;
import java.util.Map;

import dev.covenant.audit.books.LedgerBooks;
import dev.covenant.audit.books.LedgerSum;
import dev.covenant.audit.checks.Check;
import dev.covenant.audit.checks.Finding;

/** The trial balance: all postings of each currency sum to zero. */
final class LedgerPass implements Pass {
    private static final Check CHECK = new Check("trial-balance-is-zero", "all postings of a currency sum to zero");
    private static final int STRETCH = 10_000;
    private static final int SHOWN = 20;

    private final LedgerBooks ledger;
    private final Tally tally;

    LedgerPass(LedgerBooks ledger, Tally tally) {
        this.ledger = ledger;
        this.tally = tally;
        tally.expect(CHECK);
    }

    @Override
    public String subject() {
        return "journals";
    }

    @Override
    public void run(PageProgress progress) {
        var newest = ledger.newestJournal();
        for (var from = 1L; from <= newest; from += STRETCH) {
            for (var sum : ledger.sums(from, from + STRETCH - 1)) {
                examine(sum);
                progress.examined((int) sum.journals());
            }
        }
    }

    private void examine(LedgerSum sum) {
        tally.examined(CHECK, sum.journals());
        if (sum.sum() != 0) {
            tally.violated(
                    CHECK,
                    new Finding("postings in %s sum to 0".formatted(sum.currency()), Long.toString(sum.sum())),
                    Map.of("currency", sum.currency()),
                    new LedgerFile(sum, ledger.unbalanced(sum, SHOWN)));
        }
    }

    /** @param unbalanced ids of the journals that do it, not all */
    record LedgerFile(LedgerSum sum, List<Long> unbalanced) {}
}
