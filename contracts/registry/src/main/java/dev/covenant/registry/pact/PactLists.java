package dev.covenant.registry.pact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Contracts in bulk: lists of a provider's, and what is deleted with more than one. */
@ApplicationScoped
@Transactional
public class PactLists {
    /** Of a list; whoever needs more names what is meant more closely. */
    public static final int MOST = 1_000;

    private static final String LATEST = "SELECT DISTINCT ON (pp.consumer_id) " + Pacts.COLUMNS + Pacts.FROM
            + "WHERE %s ORDER BY pp.consumer_id, %s";

    private final Jdbi jdbi;

    @Inject
    PactLists(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By consumer, the latest first; at most {@link #MOST}. */
    public List<Pact> find(PactFilter filter) {
        var sql = filter.latest()
                ? "SELECT * FROM (" + LATEST.formatted(filter.condition(), filter.latestFirst())
                        + ") found ORDER BY consumer"
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
            if (!Integrations.lock(handle, filter.consumer(), filter.provider())) {
                return 0;
            }
            var deleted = given(handle.createQuery("""
                                    WITH gone AS (DELETE FROM pact_publication WHERE (consumer_version_id, provider_id) IN
                                        (SELECT v.id, p.id %s WHERE %s) RETURNING consumer_version_id)
                                    SELECT count(DISTINCT consumer_version_id) FROM gone""".formatted(Pacts.FROM, filter.condition())), filter)
                    .mapTo(Integer.class)
                    .one();
            Integrations.deleteUnsaid(handle, filter.consumer(), filter.provider());
            return deleted;
        });
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
