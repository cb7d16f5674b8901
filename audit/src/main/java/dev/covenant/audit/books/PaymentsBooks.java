package dev.covenant.audit.books;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The database of payments: payments, refunds, what was asked of the provider, and the ledger, whose sums are {@link LedgerBooks}. */
public final class PaymentsBooks implements AutoCloseable {
    private static final String IDS = """
            SELECT payment_id FROM payment WHERE payment_id BETWEEN :from AND :to AND changed_at >= :since
            ORDER BY payment_id LIMIT :most""";
    private static final String OPEN = """
            SELECT count(*) AS attempts, min(created_at) AS oldest FROM provider_attempt WHERE state <> 'ANSWERED'""";

    private final Database database;
    private final LedgerBooks ledger;

    public PaymentsBooks(DataSource source) {
        database = new Database("the database of payments", source);
        ledger = new LedgerBooks(database);
    }

    public LedgerBooks ledger() {
        return ledger;
    }

    /** The first ids of the range, in order, of payments that changed in the scope's time. */
    public List<UUID> ids(IdRange range, Scope scope, int most) {
        return database.atOneMoment(handle -> handle.createQuery(IDS)
                .bindMethods(range)
                .bind("since", scope.changedSince())
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Those of the payments that exist, as they were at one moment. */
    public Map<UUID, Payment> read(Collection<UUID> ids) {
        return database.atOneMoment(handle -> PaymentRows.read(new ById(handle, ids)));
    }

    /** Those of the ids that are payments. */
    public Set<UUID> known(Collection<UUID> ids) {
        return database.atOneMoment(
                handle -> handle.createQuery("SELECT payment_id FROM payment WHERE payment_id = ANY(:ids)")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .collect(Collectors.toSet()));
    }

    public OpenAttempts open() {
        return database.atOneMoment(handle -> handle.createQuery(OPEN)
                .map((row, _) -> new OpenAttempts(row.getLong("attempts"), Database.instant(row, "oldest")))
                .one());
    }

    @Override
    public void close() {
        database.close();
    }
}
