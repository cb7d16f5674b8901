package dev.covenant.registry.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

/** What a provider has verified successfully, by lines of its work. */
@ApplicationScoped
class ProviderHistory {
    /**
     * A line begins with all that others had verified before it began; one that has not begun yet, with all there is. Asked content by
     * content, since of the many results that one may have the first that fits is enough; with a limit, since the planner would make one
     * join with all results there are out of a mere EXISTS.
     */
    private static final String VERIFIED = """
            SELECT given.line, content.id FROM unnest(:lines) AS given (line), unnest(:contents) AS content (id),
                LATERAL (SELECT FROM verification vr
                    WHERE vr.content_id = content.id AND vr.success AND (:wipCounts OR NOT vr.wip) AND EXISTS (%s) LIMIT 1) AS first""";

    private static final String BY_ANYBODY = """
            SELECT content.id FROM unnest(:contents) AS content (id),
                LATERAL (SELECT FROM verification WHERE content_id = content.id AND success LIMIT 1) AS first""";

    private static final String BY_BRANCH = VERIFIED.formatted("""
            SELECT FROM branch_version m JOIN branch b ON b.id = m.branch_id
            WHERE m.version_id = vr.provider_version_id AND (b.name = given.line OR vr.created_at < coalesce(
                (SELECT created_at FROM branch WHERE pacticipant_id = :provider AND name = given.line), 'infinity'))""");

    private static final String BY_TAG = VERIFIED.formatted("""
            SELECT FROM tag t WHERE t.version_id = vr.provider_version_id AND (t.name = given.line OR vr.created_at < coalesce(
                (SELECT min(created_at) FROM tag WHERE pacticipant_id = :provider AND name = given.line), 'infinity'))""");

    private final Jdbi jdbi;

    @Inject
    ProviderHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * By line of the build, the contents that count as verified on it.
     *
     * @param wipCounts whether a success as work in progress counts
     */
    Map<String, Set<Long>> verified(ProviderBuild build, Collection<Long> contents, boolean wipCounts) {
        return jdbi.withHandle(handle -> handle.createQuery(build.branch() == null ? BY_TAG : BY_BRANCH)
                .bind("lines", build.lines().toArray(String[]::new))
                .bind("contents", contents.toArray(Long[]::new))
                .bind("wipCounts", wipCounts)
                .bind("provider", build.provider().id())
                .map((row, _) -> Map.entry(row.getString("line"), row.getLong("id")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }

    /** Those contents that any version of the provider has verified. */
    Set<Long> verified(Collection<Long> contents) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(BY_ANYBODY)
                .bind("contents", contents.toArray(Long[]::new))
                .mapTo(Long.class)
                .list()));
    }

    /** The lines on which a content does not count as verified. */
    static List<String> missing(ProviderBuild build, Map<String, Set<Long>> verified, long content) {
        return build.lines().stream()
                .filter(line -> !verified.getOrDefault(line, Set.of()).contains(content))
                .toList();
    }
}
