package dev.covenant.registry.assignment;

/**
 * Names contracts of a provider by their consumer versions.
 *
 * @param name of the branch, tag or environment; null where the kind needs none, or means all
 * @param consumer null for all consumers
 * @param fallback for each consumer of whom nothing is found; null for none
 */
public record Selector(Kind kind, String name, String consumer, Selector fallback) {

    public static Selector of(Kind kind, String name, String consumer) {
        return new Selector(kind, name, consumer, null);
    }

    public Selector orElse(Kind otherKind, String otherName) {
        return new Selector(kind, name, consumer, of(otherKind, otherName, consumer));
    }

    /** Each with a query of the consumer versions that it means: their ids, and the branch, tag or environment that counts. */
    public enum Kind {
        LATEST("""
                SELECT max(consumer_version_id) AS version_id, CAST(NULL AS text) AS word FROM pact_publication
                WHERE current AND provider_id = :provider GROUP BY consumer_id"""),
        MAIN_BRANCH("""
                SELECT coalesce(b.head_version_id, %s) AS version_id, m.main_branch AS word
                FROM integration i JOIN pacticipant m ON m.id = i.consumer_id
                LEFT JOIN branch b ON b.pacticipant_id = m.id AND b.name = m.main_branch
                WHERE i.provider_id = :provider""".formatted(Kind.TAGGED_AS_MAIN)),
        /** For builds that name nothing: the main branch, or else the latest contract there is. */
        MAIN_BRANCH_OR_LATEST("""
                SELECT coalesce(main.version_id, (SELECT max(consumer_version_id) FROM pact_publication
                        WHERE current AND provider_id = :provider AND consumer_id = main.id)) AS version_id,
                    CASE WHEN main.version_id IS NULL THEN NULL ELSE main.word END AS word
                FROM (SELECT m.id, coalesce(b.head_version_id, %s) AS version_id, m.main_branch AS word
                    FROM integration i JOIN pacticipant m ON m.id = i.consumer_id
                    LEFT JOIN branch b ON b.pacticipant_id = m.id AND b.name = m.main_branch
                    WHERE i.provider_id = :provider) main""".formatted(Kind.TAGGED_AS_MAIN)),
        /** Its head; of every branch if none is named. */
        BRANCH("""
                SELECT b.head_version_id AS version_id, b.name AS word
                FROM integration i JOIN branch b ON b.pacticipant_id = i.consumer_id WHERE i.provider_id = :provider"""),
        /** The latest version with the tag; of every tag if none is named. */
        LATEST_WITH_TAG("""
                SELECT max(t.version_id) AS version_id, t.name AS word
                FROM integration i JOIN tag t ON t.pacticipant_id = i.consumer_id WHERE i.provider_id = :provider
                GROUP BY t.pacticipant_id, t.name"""),
        ALL_WITH_TAG("""
                SELECT t.version_id, t.name AS word
                FROM integration i JOIN tag t ON t.pacticipant_id = i.consumer_id WHERE i.provider_id = :provider"""),
        DEPLOYED("""
                SELECT d.version_id, e.name AS word FROM deployed_version d JOIN environment e ON e.id = d.environment_id
                WHERE d.undeployed_at IS NULL GROUP BY d.version_id, e.name"""),
        RELEASED("""
                SELECT r.version_id, e.name AS word FROM released_version r JOIN environment e ON e.id = r.environment_id
                WHERE r.support_ended_at IS NULL"""),
        IN_ENVIRONMENT(DEPLOYED.versions + " UNION " + RELEASED.versions);

        private static final String TAGGED_AS_MAIN =
                "(SELECT max(t.version_id) FROM tag t WHERE t.pacticipant_id = m.id AND t.name = m.main_branch)";

        private final String versions;

        Kind(String versions) {
            this.versions = versions;
        }

        String versions() {
            return versions;
        }
    }
}
