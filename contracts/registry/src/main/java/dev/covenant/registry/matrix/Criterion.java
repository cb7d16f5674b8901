package dev.covenant.registry.matrix;

/**
 * Which versions of a pacticipant are meant.
 *
 * @param word version number, tag, branch or environment; null where the kind needs none
 */
public record Criterion(Kind kind, String word) {
    public static final Criterion ALL = new Criterion(Kind.ALL, null);

    /**
     * Each with the condition on v (version) that it means, and of several versions on the newest, where that is not the one made last;
     * :pacticipants are those that are asked for.
     */
    public enum Kind {
        ALL("true"),
        NUMBER("v.number = :word"),
        LATEST(
                "v.id IN (SELECT max(id) FROM version WHERE pacticipant_id = ANY(:pacticipants) GROUP BY pacticipant_id)"),
        LATEST_WITH_TAG("""
                v.id IN (SELECT max(version_id) FROM tag
                    WHERE pacticipant_id = ANY(:pacticipants) AND name = :word GROUP BY pacticipant_id)"""),
        ALL_WITH_TAG("v.id IN (SELECT version_id FROM tag WHERE pacticipant_id = ANY(:pacticipants) AND name = :word)"),
        BRANCH_HEAD(
                "v.id IN (SELECT head_version_id FROM branch WHERE pacticipant_id = ANY(:pacticipants) AND name = :word)"),
        ALL_OF_BRANCH("""
                v.id IN (SELECT m.version_id FROM branch b JOIN branch_version m ON m.branch_id = b.id
                    WHERE b.pacticipant_id = ANY(:pacticipants) AND b.name = :word)""", BRANCH_HEAD),
        /** Pipelines that know no branches tag their versions with the branch's name. */
        MAIN_BRANCH_HEAD("""
                v.id = (SELECT coalesce(
                    (SELECT head_version_id FROM branch WHERE pacticipant_id = p.id AND name = p.main_branch),
                    (SELECT max(version_id) FROM tag WHERE pacticipant_id = p.id AND name = p.main_branch)))"""),
        ALL_OF_MAIN_BRANCH("""
                v.id IN (SELECT m.version_id FROM branch b JOIN branch_version m ON m.branch_id = b.id
                    WHERE b.pacticipant_id = p.id AND b.name = p.main_branch)""", MAIN_BRANCH_HEAD),
        IN_ENVIRONMENT("""
                v.id IN (SELECT d.version_id FROM deployed_version d JOIN environment e ON e.id = d.environment_id
                        WHERE e.name = :word AND d.undeployed_at IS NULL
                    UNION SELECT r.version_id FROM released_version r JOIN environment e ON e.id = r.environment_id
                        WHERE e.name = :word AND r.support_ended_at IS NULL)""");

        private final String condition;
        private final String newest;

        Kind(String condition) {
            this.condition = condition;
            this.newest = "false";
        }

        Kind(String condition, Kind newest) {
            this.condition = condition;
            this.newest = newest.condition;
        }

        String condition() {
            return condition;
        }

        String newest() {
            return newest;
        }
    }

    public boolean isAll() {
        return kind == Kind.ALL;
    }
}
