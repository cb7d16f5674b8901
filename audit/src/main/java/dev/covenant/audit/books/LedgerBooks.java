package dev.covenant.audit.books;

import java.util.List;

/** The ledger of payments as a whole, in stretches of journals. */
public final class LedgerBooks {
    private static final String SUMS = """
            SELECT currency, sum(amount) AS sum, count(DISTINCT journal_id) AS journals FROM posting
            WHERE journal_id BETWEEN :from AND :to GROUP BY currency ORDER BY currency""";
    private static final String UNBALANCED = """
            SELECT journal_id FROM posting WHERE journal_id BETWEEN :from AND :to AND currency = :currency
            GROUP BY journal_id HAVING sum(amount) <> 0 ORDER BY journal_id LIMIT :most""";

    private final Database database;

    LedgerBooks(Database database) {
        this.database = database;
    }

    /** 0 when there is none. */
    public long newestJournal() {
        return database.atOneMoment(handle -> handle.createQuery("SELECT coalesce(max(journal_id), 0) FROM journal")
                .mapTo(Long.class)
                .one());
    }

    /**
     * What the postings of these journals sum to, per currency. A journal comes with all its postings or not at all, so each stretch sums
     * to zero by itself, whatever is being written meanwhile.
     */
    public List<LedgerSum> sums(long from, long to) {
        return database.atOneMoment(handle -> handle.createQuery(SUMS)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) ->
                        new LedgerSum(row.getString("currency"), from, to, row.getLong("sum"), row.getLong("journals")))
                .list());
    }

    /** Which journals of the stretch make its sum wrong. */
    public List<Long> unbalanced(LedgerSum sum, int most) {
        return database.atOneMoment(handle -> handle.createQuery(UNBALANCED)
                .bindMethods(sum)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
    }
}
