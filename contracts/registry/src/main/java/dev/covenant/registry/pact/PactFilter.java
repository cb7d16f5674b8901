package dev.covenant.registry.pact;

/**
 * Names contracts of a provider.
 *
 * @param consumer null for all consumers
 * @param word tag, branch or environment; null where the kind needs none
 * @param latest whether only the latest of each consumer is meant
 */
public record PactFilter(String provider, String consumer, Kind kind, String word, boolean latest) {
    /** Each with the condition on pp (publication), v (consumer version) and c (consumer) that it means. */
    public enum Kind {
        ALL("true"),
        WITH_TAG("EXISTS (SELECT FROM tag t WHERE t.version_id = v.id AND t.name = :word)"),
        WITHOUT_TAG("NOT EXISTS (SELECT FROM tag t WHERE t.version_id = v.id)"),
        OF_BRANCH(Kind.ON_BRANCH.formatted(":word"), Kind.HEAD.formatted(":word")),
        OF_MAIN_BRANCH(Kind.ON_BRANCH.formatted("c.main_branch"), Kind.HEAD.formatted("c.main_branch")),
        IN_ENVIRONMENT("""
                v.id IN (SELECT d.version_id FROM deployed_version d JOIN environment e ON e.id = d.environment_id
                        WHERE e.name = :word AND d.undeployed_at IS NULL
                    UNION SELECT r.version_id FROM released_version r JOIN environment e ON e.id = r.environment_id
                        WHERE e.name = :word AND r.support_ended_at IS NULL)""");

        private static final String ON_BRANCH = """
                EXISTS (SELECT FROM branch_version m JOIN branch b ON b.id = m.branch_id
                    WHERE m.version_id = v.id AND b.name = %s)""";
        private static final String HEAD =
                "EXISTS (SELECT FROM branch b WHERE b.head_version_id = v.id AND b.name = %s)";

        private final String condition;
        private final String latest;

        Kind(String condition) {
            this(condition, null);
        }

        /**
         * @param latest of the version that is the latest whatever others there are; null when that is the highest
         */
        Kind(String condition, String latest) {
            this.condition = condition;
            this.latest = latest;
        }
    }

    /** All of a provider. */
    public static PactFilter of(String provider, Kind kind, String word) {
        return new PactFilter(provider, null, kind, word, false);
    }

    public PactFilter by(String onlyConsumer) {
        return new PactFilter(provider, onlyConsumer, kind, word, latest);
    }

    public PactFilter onlyLatest() {
        return new PactFilter(provider, consumer, kind, word, true);
    }

    String condition() {
        return "pp.current AND p.name = :provider" + (consumer == null ? "" : " AND c.name = :consumer") + " AND "
                + kind.condition;
    }

    /** Of a branch its head, which need not be its highest version; if the head says nothing, and of all else, the highest. */
    String latestFirst() {
        return (kind.latest == null ? "" : kind.latest + " DESC, ") + "v.id DESC";
    }
}
