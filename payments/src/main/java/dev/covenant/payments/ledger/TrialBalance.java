package dev.covenant.payments.ledger;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** The balance of every account, from the postings themselves: there is no second figure that could disagree with them. */
@ApplicationScoped
public class TrialBalance {
    private final Jdbi jdbi;

    @Inject
    public TrialBalance(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All accounts, unused ones too, by currency and account; as of one moment. */
    public List<Balance> draw() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT currency, account, coalesce(sum(amount), 0) AS balance
                        FROM account LEFT JOIN posting USING (account, currency)
                        GROUP BY currency, account ORDER BY currency, account""")
                .map((row, _) ->
                        new Balance(row.getString("currency"), row.getString("account"), row.getLong("balance")))
                .list());
    }
}
