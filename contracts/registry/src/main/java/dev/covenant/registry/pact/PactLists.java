package dev.covenant.registry.pact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

import dev.covenant.registry.pact.Integration.Result;

/** Contracts in bulk: lists of a provider's, the pairs between which there are any, and what is deleted with more than one. */
@ApplicationScoped
@Transactional
public class PactLists {
    /** Of a list; whoever needs more names what is meant more closely. */
    public static final int MOST = 1_000;

    private static final String LATEST = "SELECT DISTINCT ON (pp.consumer_id) " + Pacts.COLUMNS + Pacts.FROM
            + "WHERE %s ORDER BY pp.consumer_id, v.id DESC";

    private static final String INTEGRATIONS = """
            SELECT c.name AS consumer, p.name AS provider,
                (SELECT vr.success FROM verification vr WHERE vr.content_id = latest.content_id ORDER BY vr.id DESC LIMIT 1) AS success
            FROM integration i
            JOIN pacticipant c ON c.id = i.consumer_id
            JOIN pacticipant p ON p.id = i.provider_id
            LEFT JOIN LATERAL (SELECT pp.content_id FROM pact_publication pp
                WHERE pp.current AND pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id
                ORDER BY pp.consumer_version_id DESC LIMIT 1) latest ON true
            ORDER BY c.name, p.name""";

    private static final String OF_PAIR = """
            WHERE consumer_id = (SELECT id FROM pacticipant WHERE name = :consumer)
                AND provider_id = (SELECT id FROM pacticipant WHERE name = :provider)""";

    private final Jdbi jdbi;

    @Inject
    PactLists(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By consumer, the latest first; at most {@link #MOST}. */
    public List<Pact> find(PactFilter filter) {
        var sql = filter.latest()
                ? "SELECT * FROM (" + LATEST.formatted(filter.condition()) + ") found ORDER BY consumer"
                : "SELECT " + Pacts.COLUMNS + Pacts.FROM + "WHERE " + filter.condition()
                        + " ORDER BY c.name, v.id DESC";
        return jdbi.withHandle(handle -> given(handle.createQuery(sql + " LIMIT " + MOST), filter)
                .map(Pacts.ROW)
                .list());
    }

    /** What they say, as JSON, by the content's id. */
    public Map<Long, String> texts(Collection<Pact> pacts) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, content FROM pact_content WHERE id = ANY(:ids)")
                .bind("ids", pacts.stream().map(Pact::contentId).toArray(Long[]::new))
                .map((row, _) -> Map.entry(row.getLong("id"), row.getString("content")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** All revisions of those of a pair. Contents stay while another version says the same. Answers how many versions said something. */
    public int delete(PactFilter filter) {
        return jdbi.withHandle(handle -> {
            var deleted = given(handle.createQuery("""
                                    WITH gone AS (DELETE FROM pact_publication WHERE (consumer_version_id, provider_id) IN
                                        (SELECT v.id, p.id %s WHERE %s) RETURNING consumer_version_id)
                                    SELECT count(DISTINCT consumer_version_id) FROM gone""".formatted(Pacts.FROM, filter.condition())), filter)
                    .mapTo(Integer.class)
                    .one();
            deleteUnsaid(handle, filter.consumer(), filter.provider());
            return deleted;
        });
    }

    /** The pairs between which there is or was a contract, by name, with what came of verifying the latest one. */
    public List<Integration> integrations() {
        return jdbi.withHandle(handle -> handle.createQuery(INTEGRATIONS)
                .map((row, _) -> new Integration(
                        row.getString("consumer"),
                        row.getString("provider"),
                        Result.of(row.getObject("success", Boolean.class))))
                .list());
    }

    /** All contracts of a pair, with their results, and that there were any. Both pacticipants stay, with their versions. */
    public void deleteIntegration(String consumer, String provider) {
        jdbi.useHandle(handle -> List.of("pact_publication", "pact_content", "integration")
                .forEach(table -> handle.createUpdate("DELETE FROM " + table + " " + OF_PAIR)
                        .bind("consumer", consumer)
                        .bind("provider", provider)
                        .execute()));
    }

    private static void deleteUnsaid(Handle handle, String consumer, String provider) {
        handle.createUpdate("DELETE FROM pact_content " + OF_PAIR
                        + " AND NOT EXISTS (SELECT FROM pact_publication WHERE content_id = pact_content.id)")
                .bind("consumer", consumer)
                .bind("provider", provider)
                .execute();
    }

    private static <T extends SqlStatement<T>> T given(T statement, PactFilter filter) {
        statement.bind("provider", filter.provider());
        if (filter.consumer() != null) {
            statement.bind("consumer", filter.consumer());
        }
        if (filter.word() != null) {
            statement.bind("word", filter.word());
        }
        return statement;
    }
}
