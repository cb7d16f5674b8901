package dev.covenant.audit.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.StatementContext;

/** The rows of payments. */
final class PaymentRows {
    private static final String PAYMENTS = """
            SELECT payment_id AS id, client, state, currency, amount, decline_reason, authorized, captured, refunded, created_at,
                changed_at
            FROM payment WHERE payment_id = ANY(:ids)""";
    private static final String REFUNDS = """
            SELECT payment_id AS id, refund_id, requested, amount, state, reason, created_at, changed_at FROM refund
            WHERE payment_id = ANY(:ids) ORDER BY created_at, refund_id""";
    /** By their keys, which are indexed; they follow from the ids of payments and refunds. */
    private static final String ATTEMPTS = """
            SELECT payment_id AS id, attempt_key, refund_id, operation, state, outcome, tries, due_at, created_at, changed_at
            FROM provider_attempt
            WHERE attempt_key = ANY(
                SELECT payment || operation FROM unnest(:ids) AS payment,
                    unnest(ARRAY [':authorize', ':capture', ':void']) AS operation
                UNION ALL SELECT refund_id || ':refund' FROM refund WHERE payment_id = ANY(:ids))
            ORDER BY created_at, attempt_key""";

    private static final String JOURNALS = """
            SELECT payment_id AS id, journal_id, external_key, recorded_at FROM journal
            WHERE payment_id = ANY(:ids) ORDER BY journal_id""";
    private static final String POSTINGS = """
            SELECT j.payment_id AS id, p.journal_id, p.account, p.currency, p.amount
            FROM journal j JOIN posting p USING (journal_id) WHERE j.payment_id = ANY(:ids) ORDER BY p.journal_id, p.line""";

    private final Map<UUID, List<Refund>> refunds;
    private final Map<UUID, List<Attempt>> attempts;
    private final Map<Long, List<Posting>> postings;
    private final Map<UUID, List<Journal>> journals;

    private PaymentRows(ById rows) {
        refunds = rows.rows(REFUNDS, PaymentRows::refund);
        attempts = rows.rows(ATTEMPTS, PaymentRows::attempt);
        postings =
                rows
                        .rows(POSTINGS, (row, context) -> Map.entry(row.getLong("journal_id"), posting(row)))
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        journals = rows.rows(JOURNALS, this::journal);
    }

    static Map<UUID, Payment> read(ById rows) {
        var parts = new PaymentRows(rows);
        return rows.rows(PAYMENTS, parts::payment).values().stream()
                .map(List::getFirst)
                .collect(Collectors.toMap(Payment::id, Function.identity()));
    }

    private Payment payment(ResultSet row, StatementContext context) throws SQLException {
        var id = Database.uuid(row, "id");
        return new Payment(
                id,
                row.getString("client"),
                row.getString("state"),
                row.getString("currency"),
                row.getObject("amount", Long.class),
                row.getString("decline_reason"),
                row.getLong("authorized"),
                row.getLong("captured"),
                row.getLong("refunded"),
                Database.instant(row, "created_at"),
                Database.instant(row, "changed_at"),
                refunds.getOrDefault(id, List.of()),
                attempts.getOrDefault(id, List.of()),
                journals.getOrDefault(id, List.of()));
    }

    private Journal journal(ResultSet row, StatementContext context) throws SQLException {
        var id = row.getLong("journal_id");
        return new Journal(
                id,
                row.getString("external_key"),
                Database.instant(row, "recorded_at"),
                postings.getOrDefault(id, List.of()));
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(row.getString("account"), row.getString("currency"), row.getLong("amount"));
    }

    private static Refund refund(ResultSet row, StatementContext context) throws SQLException {
        return new Refund(
                Database.uuid(row, "refund_id"),
                row.getObject("requested", Long.class),
                row.getObject("amount", Long.class),
                row.getString("state"),
                row.getString("reason"),
                Database.instant(row, "created_at"),
                Database.instant(row, "changed_at"));
    }

    private static Attempt attempt(ResultSet row, StatementContext context) throws SQLException {
        return new Attempt(
                row.getString("attempt_key"),
                Database.uuid(row, "refund_id"),
                row.getString("operation"),
                row.getString("state"),
                row.getString("outcome"),
                row.getInt("tries"),
                Database.instant(row, "due_at"),
                Database.instant(row, "created_at"),
                Database.instant(row, "changed_at"));
    }
}
