package dev.covenant.payments.ledger;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes journals, in the transaction of the change that they explain. Posting an event twice fails that transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Ledger {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public Ledger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void post(List<Journal> journals) {
        jdbi.useHandle(handle -> journals.forEach(journal -> post(handle, journal)));
    }

    private void post(Handle handle, Journal journal) {
        var id = handle.createQuery("""
                        INSERT INTO journal (external_key, payment_id, recorded_at) VALUES (:key, :payment, :now)
                        RETURNING journal_id""")
                .bind("key", journal.key())
                .bind("payment", journal.paymentId())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one();
        var batch = handle.prepareBatch("""
                INSERT INTO posting (journal_id, line, account, currency, amount)
                VALUES (:journal, :line, :account, :currency, :amount)""");
        for (var line = 0; line < journal.postings().size(); line++) {
            var posting = journal.postings().get(line);
            batch.bind("journal", id)
                    .bind("line", line + 1)
                    .bind("account", posting.account().code())
                    .bind("currency", journal.currency())
                    .bind("amount", posting.amount())
                    .add();
        }
        batch.execute();
    }
}
