package dev.covenant.registry.cleanup;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets versions that are old and that no answer depends on. What stays, however old: what is deployed or supported somewhere, heads of
 * branches, versions with tags, the latest of each pacticipant and of each pair, and provider versions that were the first of their
 * branch to verify a content, since by them a contract is not pending, or the last to say anything about it.
 */
@ApplicationScoped
@Transactional
public class ForgetVersions {
    /** On v (version), at the time of the statement. */
    private static final String NOT_NEEDED = """
            NOT EXISTS (SELECT FROM deployed_version d WHERE d.version_id = v.id AND d.undeployed_at IS NULL)
            AND NOT EXISTS (SELECT FROM released_version r WHERE r.version_id = v.id AND r.support_ended_at IS NULL)
            AND NOT EXISTS (SELECT FROM branch b WHERE b.head_version_id = v.id)
            AND NOT EXISTS (SELECT FROM tag t WHERE t.version_id = v.id)
            AND EXISTS (SELECT FROM version w WHERE w.pacticipant_id = v.pacticipant_id AND w.id > v.id)
            AND NOT EXISTS (SELECT FROM pact_publication pp WHERE pp.consumer_version_id = v.id AND pp.current
                AND NOT EXISTS (SELECT FROM pact_publication later WHERE later.current AND later.provider_id = pp.provider_id
                    AND later.consumer_id = pp.consumer_id AND later.consumer_version_id > v.id))
            AND NOT EXISTS (SELECT FROM verification vr WHERE vr.provider_version_id = v.id
                AND NOT EXISTS (SELECT FROM verification later WHERE later.content_id = vr.content_id AND later.id > vr.id))
            AND NOT EXISTS (SELECT FROM verification vr WHERE vr.provider_version_id = v.id AND vr.success
                AND NOT EXISTS (SELECT FROM verification earlier WHERE earlier.content_id = vr.content_id AND earlier.id < vr.id
                    AND earlier.success AND earlier.provider_version_id <> v.id AND (vr.wip OR NOT earlier.wip)
                    AND NOT EXISTS (SELECT FROM branch_version m WHERE m.version_id = v.id AND NOT EXISTS
                        (SELECT FROM branch_version n WHERE n.version_id = earlier.provider_version_id AND n.branch_id = m.branch_id))))
            """;

    /** Whatever somebody is just talking about is left for another time: nobody waits for this, and this waits for nobody. */
    private static final String TAKE =
            "SELECT v.id FROM version v WHERE v.created_at < now() - :seconds * interval '1 second' AND " + NOT_NEEDED
                    + "ORDER BY v.id LIMIT :most FOR UPDATE OF v SKIP LOCKED";

    /** Asked again: what was said between the look and the lock counts, and from now on nobody can say anything about them. */
    private static final String FORGET = "DELETE FROM version v WHERE v.id = ANY(:versions) AND " + NOT_NEEDED;

    private static final String SAID =
            "SELECT DISTINCT content_id FROM pact_publication WHERE consumer_version_id = ANY(:versions)";

    private static final String TAKE_UNSAID = """
            SELECT id FROM pact_content WHERE id = ANY(:contents)
                AND NOT EXISTS (SELECT FROM pact_publication WHERE content_id = pact_content.id)
            ORDER BY id FOR UPDATE SKIP LOCKED""";

    private static final String FORGET_UNSAID = """
            DELETE FROM pact_content WHERE id = ANY(:contents)
                AND NOT EXISTS (SELECT FROM pact_publication WHERE content_id = pact_content.id)""";

    private final Jdbi jdbi;

    @Inject
    ForgetVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Forgets the oldest of those that are older than {@code keep}, with what only they said and its results.
     *
     * @return how many, at most {@code most}
     */
    int forget(Duration keep, int most) {
        return jdbi.withHandle(handle -> {
            var taken = handle.createQuery(TAKE)
                    .bind("seconds", keep.toSeconds())
                    .bind("most", most)
                    .mapTo(Long.class)
                    .list()
                    .toArray(Long[]::new);
            var said = ids(handle, SAID, "versions", taken);
            var forgotten = handle.createUpdate(FORGET).bind("versions", taken).execute();
            handle.createUpdate(FORGET_UNSAID)
                    .bind("contents", ids(handle, TAKE_UNSAID, "contents", said))
                    .execute();
            return forgotten;
        });
    }

    private static Long[] ids(Handle handle, String query, String name, Long[] among) {
        return handle.createQuery(query)
                .bind(name, among)
                .mapTo(Long.class)
                .list()
                .toArray(Long[]::new);
    }
}
