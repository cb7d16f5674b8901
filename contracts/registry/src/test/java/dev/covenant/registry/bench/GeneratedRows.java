package dev.covenant.registry.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.testing.Publications;

/**
 * 80 consumers and 20 providers with 125 versions each, four a day, as if all had been built side by side: 20,000 publications, 50,000 results.
 *
 * <ul>
 *   <li>Each consumer has contracts with two providers; 40 of them with {@link #PROVIDER}. Some change a contract with each version, some
 *       with every second, fifth or twenty-fifth, some never: contents have from two to more than 300 results.
 *   <li>Every fifth version is built from a branch of its own, the others from main, and tagged so. A provider verifies the newest version
 *       of each consumer, every other time once more, and the one that was newest five versions before.
 *   <li>Each tenth version went to production, each fifth to test; some were released.
 * </ul>
 */
final class GeneratedRows {
    static final String PROVIDER = "provider-01";
    static final String CONSUMER = "consumer-01";
    static final String OTHER_PROVIDER = "provider-03";
    static final String VERSION = "1.125";

    private static final int INTERACTIONS = 10;

    private static final String PACTICIPANTS = """
            INSERT INTO pacticipant (name, main_branch)
            SELECT 'consumer-' || to_char(i, 'FM00'), 'main' FROM generate_series(1, 80) i UNION ALL
            SELECT 'provider-' || to_char(i, 'FM00'), 'main' FROM generate_series(1, 20) i""";

    private static final String VERSIONS = """
            INSERT INTO version (pacticipant_id, number, created_at)
            SELECT p.id, '1.' || n, now() - (126 - n) * interval '6 hours'
            FROM generate_series(1, 125) n, pacticipant p ORDER BY n, p.id""";

    /** With the number as a number, and whether it is on main. */
    private static final String NUMBERED = """
            CREATE TEMPORARY TABLE numbered AS SELECT id, pacticipant_id, created_at,
                substr(number, 3)::int AS n, substr(number, 3)::int % 5 <> 0 AS main FROM version""";

    private static final String BRANCHES = """
            INSERT INTO branch (pacticipant_id, name, head_version_id, created_at)
            SELECT pacticipant_id, CASE WHEN main THEN 'main' ELSE 'feat-' || n END, max(id), min(created_at)
            FROM numbered GROUP BY 1, 2""";

    private static final String MEMBERSHIPS = """
            INSERT INTO branch_version (branch_id, version_id, created_at)
            SELECT b.id, v.id, v.created_at FROM numbered v JOIN branch b ON b.pacticipant_id = v.pacticipant_id
                AND b.name = CASE WHEN v.main THEN 'main' ELSE 'feat-' || v.n END""";

    private static final String TAGS = """
            INSERT INTO tag (version_id, name, pacticipant_id, created_at)
            SELECT id, 'main', pacticipant_id, created_at FROM numbered WHERE main""";

    /** changes: the contract says something else after so many versions. */
    private static final String PAIRS = """
            CREATE TEMPORARY TABLE pair AS
            SELECT c.id AS consumer_id, p.id AS provider_id, (ARRAY[125, 1, 2, 5, 25])[i / 2 % 5 + 1] AS changes
            FROM generate_series(1, 80) i CROSS JOIN LATERAL (VALUES
                (CASE WHEN i % 2 = 1 THEN 1 ELSE 2 + (i + 7) % 19 END), (2 + i % 19)) AS has (provider)
            JOIN pacticipant c ON c.name = 'consumer-' || to_char(i, 'FM00')
            JOIN pacticipant p ON p.name = 'provider-' || to_char(has.provider, 'FM00')""";

    private static final String INTEGRATIONS =
            "INSERT INTO integration (consumer_id, provider_id) SELECT consumer_id, provider_id FROM pair";

    private static final String CONTENTS = """
            INSERT INTO pact_content (consumer_id, provider_id, sha, content)
            SELECT consumer_id, provider_id, substr(encode(sha256((consumer_id || '/' || provider_id || '/' || k)::bytea), 'hex'), 1, 40),
                replace(:text, 'CONTENT', k::text)
            FROM pair, LATERAL generate_series(0, 124 / changes) k ORDER BY k, consumer_id, provider_id""";

    private static final String CONTENT_OF = """
            pc.sha = substr(encode(sha256((pair.consumer_id || '/' || pair.provider_id || '/' || %s / pair.changes)::bytea), 'hex'), 1, 40)
            AND pc.consumer_id = pair.consumer_id AND pc.provider_id = pair.provider_id""";

    private static final String PUBLICATIONS = """
            INSERT INTO pact_publication (consumer_id, provider_id, consumer_version_id, content_id, created_at)
            SELECT pair.consumer_id, pair.provider_id, v.id, pc.id, v.created_at
            FROM pair JOIN numbered v ON v.pacticipant_id = pair.consumer_id
            JOIN pact_content pc ON %s ORDER BY v.id""".formatted(CONTENT_OF.formatted("(v.n - 1)"));

    private static final String VERIFICATIONS =
            """
            INSERT INTO verification (consumer_id, provider_id, content_id, provider_version_id, success, latest, created_at)
            SELECT pair.consumer_id, pair.provider_id, pc.id, v.id, run > 0 OR (v.n * 7 + pair.consumer_id) %% 23 <> 0,
                row_number() OVER (PARTITION BY pc.id, v.id ORDER BY run DESC) = 1, v.created_at
            FROM pair JOIN numbered v ON v.pacticipant_id = pair.provider_id
            CROSS JOIN LATERAL generate_series(0, 2) run
            JOIN pact_content pc ON %s
            WHERE run < 2 OR v.n %% 2 = 1 ORDER BY v.id, run""".formatted(CONTENT_OF.formatted("greatest(v.n - 1 - CASE WHEN run = 1 THEN 5 ELSE 0 END, 0)"));

    private static final String ENVIRONMENTS = """
            INSERT INTO environment (uuid, name, production)
            VALUES (gen_random_uuid(), 'test', false), (gen_random_uuid(), 'production', true)""";

    private static final String DEPLOYMENTS = """
            INSERT INTO deployed_version (uuid, pacticipant_id, version_id, environment_id, created_at, undeployed_at)
            SELECT gen_random_uuid(), v.pacticipant_id, v.id, e.id, v.created_at,
                CASE WHEN v.n + step <= 125 THEN v.created_at + step * interval '6 hours' END
            FROM environment e CROSS JOIN LATERAL (SELECT CASE WHEN e.production THEN 10 ELSE 5 END) s (step)
            JOIN numbered v ON v.n % step = 0""";

    private static final String RELEASES = """
            INSERT INTO released_version (uuid, pacticipant_id, version_id, environment_id)
            SELECT gen_random_uuid(), v.pacticipant_id, v.id, e.id
            FROM environment e JOIN numbered v ON v.n IN (100, 110) AND v.pacticipant_id % 10 = 0 WHERE e.production""";

    private GeneratedRows() {}

    /** Into an empty database, by the role that owns it. */
    static void insert(Jdbi owner) {
        owner.useTransaction(handle -> {
            for (var statement :
                    List.of(PACTICIPANTS, VERSIONS, NUMBERED, BRANCHES, MEMBERSHIPS, TAGS, PAIRS, INTEGRATIONS)) {
                handle.execute(statement);
            }
            handle.createUpdate(CONTENTS)
                    .bind("text", pact("consumer", "provider", "CONTENT"))
                    .execute();
            for (var statement : List.of(PUBLICATIONS, VERIFICATIONS, ENVIRONMENTS, DEPLOYMENTS, RELEASES)) {
                handle.execute(statement);
            }
        });
        // As autovacuum leaves it.
        owner.useHandle(handle -> handle.execute("VACUUM ANALYZE"));
    }

    /** As many rows as are named, such as {@code 20,000 publications}. */
    static String counted(Jdbi owner) {
        return owner.withHandle(
                handle -> handle.createQuery("""
                        SELECT (SELECT count(*) FROM pacticipant) || ' pacticipants, '
                            || (SELECT count(*) FROM version) || ' versions, '
                            || (SELECT count(*) FROM pact_publication) || ' publications of '
                            || (SELECT count(*) FROM pact_content) || ' contents, '
                            || (SELECT count(*) FROM verification) || ' results'""").mapTo(String.class).one());
    }

    /** Of the size of one in use. */
    static String pact(String consumer, String provider, String content) {
        return Publications.pact(
                consumer,
                provider,
                IntStream.range(0, INTERACTIONS)
                        .mapToObj(number ->
                                "asks-for-something-%d-%s-%s".formatted(number, content, "and-more".repeat(20)))
                        .toArray(String[]::new));
    }
}
