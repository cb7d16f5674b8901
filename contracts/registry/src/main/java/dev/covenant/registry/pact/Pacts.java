package dev.covenant.registry.pact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

import dev.covenant.registry.pacticipant.Pacticipant;
import dev.covenant.registry.version.Version;

/** The contracts that were published. Of each consumer version and provider the current revision, unless said otherwise. */
@ApplicationScoped
@Transactional
public class Pacts {
    /** One row of {@link #COLUMNS}. By hand: a mapper by reflection that another mapper calls looks up its columns anew for each row. */
    public static final RowMapper<Pact> ROW = (row, _) -> new Pact(
            row.getLong("id"),
            row.getLong("consumer_id"),
            row.getString("consumer"),
            row.getLong("provider_id"),
            row.getString("provider"),
            row.getLong("version_id"),
            row.getString("version"),
            row.getLong("content_id"),
            row.getString("sha"),
            row.getInt("revision"),
            row.getTimestamp("created_at").toInstant());

    /** What {@link #ROW} reads. */
    public static final String COLUMNS = """
            pp.id, c.id AS consumer_id, c.name AS consumer, p.id AS provider_id, p.name AS provider,
                v.id AS version_id, v.number AS version, pc.id AS content_id, pc.sha, pp.revision, pp.created_at""";

    /** To follow pp, a publication: c (consumer), p (provider), v (consumer version) and pc (content). */
    public static final String JOINS = """

            JOIN pacticipant c ON c.id = pp.consumer_id
            JOIN pacticipant p ON p.id = pp.provider_id
            JOIN version v ON v.id = pp.consumer_version_id
            JOIN pact_content pc ON pc.id = pp.content_id
            """;

    /** To be followed by a condition on any of them. */
    public static final String FROM = " FROM pact_publication pp" + JOINS;

    private static final String SELECT = "SELECT " + COLUMNS + FROM;
    private static final String OF_PAIR = "WHERE pp.current AND c.name = :consumer AND p.name = :provider ";

    /** As one id, not as a join: the planner would read all that the pair ever published, and look at each one's version. */
    private static final String OF_VERSION = """
            AND pp.consumer_version_id = (SELECT id FROM version WHERE number = :version
                AND pacticipant_id = (SELECT id FROM pacticipant WHERE name = :consumer))""";

    private static final String LATEST_OF_EACH = """
            WHERE pp.id IN (SELECT DISTINCT ON (pp.provider_id, pp.consumer_id) pp.id FROM pact_publication pp WHERE %s
                ORDER BY pp.provider_id, pp.consumer_id, pp.consumer_version_id DESC)""";

    /** The pairs of a page first, then one look into an index for each. */
    private static final String LATEST_OF_PAGE = """
            WHERE pp.id IN (SELECT (SELECT id FROM pact_publication WHERE current AND provider_id = page.provider_id
                    AND consumer_id = page.consumer_id ORDER BY consumer_version_id DESC LIMIT 1)
                FROM (SELECT i.provider_id, i.consumer_id FROM integration i
                    JOIN pacticipant c ON c.id = i.consumer_id JOIN pacticipant p ON p.id = i.provider_id
                    WHERE (strpos(lower(c.name), lower(:word)) > 0 OR strpos(lower(p.name), lower(:word)) > 0)
                        AND EXISTS (SELECT FROM pact_publication
                            WHERE current AND provider_id = i.provider_id AND consumer_id = i.consumer_id)
                    ORDER BY c.name, p.name LIMIT :limit OFFSET :offset) AS page)
            ORDER BY c.name, p.name""";

    private final Jdbi jdbi;

    @Inject
    public Pacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Pact> find(String consumer, String provider, String version) {
        return first(OF_PAIR + OF_VERSION, Map.of("consumer", consumer, "provider", provider, "version", version));
    }

    /** Of the latest consumer version that has one. */
    public Optional<Pact> latest(String consumer, String provider) {
        return first(OF_PAIR, Map.of("consumer", consumer, "provider", provider));
    }

    /** Of the latest consumer version with the tag that has one. */
    public Optional<Pact> latestTagged(String consumer, String provider, String tag) {
        return first(
                OF_PAIR + "AND EXISTS (SELECT FROM tag t WHERE t.version_id = v.id AND t.name = :tag)",
                Map.of("consumer", consumer, "provider", provider, "tag", tag));
    }

    /** The latest publication of a content. */
    public Optional<Pact> withContent(String consumer, String provider, String sha) {
        return first(OF_PAIR + "AND pc.sha = :sha", Map.of("consumer", consumer, "provider", provider, "sha", sha));
    }

    /** Of the latest consumer version before it whose contract says something else. */
    public Optional<Pact> previousDistinct(Pact pact) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE pp.current AND pp.consumer_id = :consumer AND pp.provider_id = :provider
                            AND pp.consumer_version_id < :version AND pp.content_id <> :content
                        ORDER BY pp.consumer_version_id DESC LIMIT 1""")
                .bind("consumer", pact.consumerId())
                .bind("provider", pact.providerId())
                .bind("version", pact.versionId())
                .bind("content", pact.contentId())
                .map(ROW)
                .findOne());
    }

    /** Of those of the consumer versions that say this, by version. */
    public List<Pact> withContent(long contentId, Collection<Long> versions) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE pp.current AND pc.id = :content AND v.id = ANY(:versions) ORDER BY v.id")
                .bind("content", contentId)
                .bind("versions", versions.toArray(Long[]::new))
                .map(ROW)
                .list());
    }

    /** Of a consumer version, by provider. */
    public List<Pact> of(Version version) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "WHERE pp.current AND v.id = :version ORDER BY p.name")
                        .bind("version", version.id())
                        .map(ROW)
                        .list());
    }

    /** By consumer and provider. */
    public List<Pact> latestOfEachPair() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + LATEST_OF_EACH.formatted("pp.current") + " ORDER BY c.name, p.name")
                .map(ROW)
                .list());
    }

    /**
     * The same, a page of it.
     *
     * @param word of which the consumer's or the provider's name holds; case does not count, and every name holds the empty one
     */
    public List<Pact> latestOfEachPair(String word, int limit, long offset) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + LATEST_OF_PAGE)
                .bind("word", word)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(ROW)
                .list());
    }

    /** By consumer. */
    public List<Pact> latestOfEachConsumer(Pacticipant provider) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + LATEST_OF_EACH.formatted("pp.current AND pp.provider_id = :provider") + " ORDER BY c.name")
                .bind("provider", provider.id())
                .map(ROW)
                .list());
    }

    /** Of the versions with a tag, by consumer. */
    public List<Pact> latestOfEachConsumer(Pacticipant provider, String tag) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + LATEST_OF_EACH.formatted("""
                        pp.current AND pp.provider_id = :provider AND EXISTS
                            (SELECT FROM tag t WHERE t.version_id = pp.consumer_version_id AND t.name = :tag)""") + " ORDER BY c.name")
                .bind("provider", provider.id())
                .bind("tag", tag)
                .map(ROW)
                .list());
    }

    /** What a content says, as JSON. */
    public String text(long contentId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT content FROM pact_content WHERE id = :id")
                .bind("id", contentId)
                .mapTo(String.class)
                .one());
    }

    /** All revisions of a consumer version's contract. Its content stays while another version says the same. */
    public void delete(Pact pact) {
        jdbi.useHandle(handle -> {
            if (!Integrations.lock(handle, pact.consumer(), pact.provider())) {
                return;
            }
            handle.createUpdate(
                            "DELETE FROM pact_publication WHERE consumer_version_id = :version AND provider_id = :provider")
                    .bind("version", pact.versionId())
                    .bind("provider", pact.providerId())
                    .execute();
            Integrations.deleteUnsaid(handle, pact.consumer(), pact.provider());
        });
    }

    /**
     * Stores what a consumer version says, as its first or its next revision. The version's row is locked by the caller's transaction
     * ({@link dev.covenant.registry.version.Versions#ensure}), so that nobody else does the same at once.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void store(Version version, Pacticipant provider, Content content, int revision) {
        jdbi.useHandle(handle -> {
            var contentId = contentId(version, provider, content);
            handle.createUpdate("UPDATE pact_publication SET current = false "
                            + "WHERE consumer_version_id = :version AND provider_id = :provider AND current")
                    .bind("version", version.id())
                    .bind("provider", provider.id())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO pact_publication (consumer_id, provider_id, consumer_version_id, content_id, revision)
                            VALUES (:consumer, :provider, :version, :content, :revision)""")
                    .bind("consumer", version.pacticipantId())
                    .bind("provider", provider.id())
                    .bind("version", version.id())
                    .bind("content", contentId)
                    .bind("revision", revision)
                    .execute();
        });
    }

    /** An update that changes nothing, in place of DO NOTHING: it waits for whoever just writes the same, and locks the content against clean-up. */
    private long contentId(Version version, Pacticipant provider, Content content) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO pact_content (consumer_id, provider_id, sha, content)
                        VALUES (:consumer, :provider, :sha, :content)
                        ON CONFLICT (consumer_id, provider_id, sha) DO UPDATE SET sha = excluded.sha RETURNING id""")
                .bind("consumer", version.pacticipantId())
                .bind("provider", provider.id())
                .bind("sha", content.sha())
                .bind("content", content.text())
                .mapTo(Long.class)
                .one());
    }

    private Optional<Pact> first(String condition, Map<String, String> values) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + condition + " ORDER BY v.id DESC LIMIT 1")
                .bindMap(values)
                .map(ROW)
                .findOne());
    }
}
