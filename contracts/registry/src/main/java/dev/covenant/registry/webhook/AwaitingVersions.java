package dev.covenant.registry.webhook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.registry.pact.Pact;

/** From which versions of a provider a result is wanted: the head of its main branch, and those deployed or released anywhere. */
@ApplicationScoped
class AwaitingVersions {
    private static final String SELECT = """
            SELECT v.number, string_agg(DISTINCT wanted.why, ', ' ORDER BY wanted.why) AS descriptions
            FROM (
                SELECT b.head_version_id AS version_id, 'latest version of the main branch' AS why
                FROM pacticipant p JOIN branch b ON b.pacticipant_id = p.id AND b.name = p.main_branch WHERE p.id = :provider
                UNION ALL
                SELECT d.version_id, 'deployed to ' || e.name FROM deployed_version d
                JOIN environment e ON e.id = d.environment_id
                WHERE d.pacticipant_id = :provider AND d.undeployed_at IS NULL
                UNION ALL
                SELECT r.version_id, 'released to ' || e.name FROM released_version r
                JOIN environment e ON e.id = r.environment_id
                WHERE r.pacticipant_id = :provider AND r.support_ended_at IS NULL) AS wanted
            JOIN version v ON v.id = wanted.version_id
            WHERE NOT EXISTS
                (SELECT FROM verification WHERE content_id = :content AND provider_version_id = v.id)
            GROUP BY v.id ORDER BY v.id""";

    private final Jdbi jdbi;

    @Inject
    AwaitingVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those without any result for what it says, in their order. */
    List<AwaitingVersion> of(Pact pact) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("provider", pact.providerId())
                .bind("content", pact.contentId())
                .map((row, _) -> new AwaitingVersion(row.getString("number"), row.getString("descriptions")))
                .list());
    }
}
