package dev.covenant.registry.verification;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.pacticipant.Pacticipants;
import dev.covenant.registry.version.Version;
import dev.covenant.registry.version.Versions;

/** The results of verifications. All are kept; of a content and a provider version the latest is the truth. */
@ApplicationScoped
@Transactional
public class Verifications {
    private static final RowMapper<Verification> ROW = ConstructorMapper.of(Verification.class);
    private static final String SELECT = """
            SELECT vr.id, vr.content_id, p.name AS provider, v.number AS provider_version, vr.success, vr.build_url,
                vr.test_results, vr.verified_by, vr.created_at
            FROM verification vr
            JOIN pacticipant p ON p.id = vr.provider_id
            JOIN version v ON v.id = vr.provider_version_id
            """;

    private final Jdbi jdbi;
    private final Pacticipants pacticipants;
    private final Versions versions;
    private final Event<VerificationRecorded> recorded;

    @Inject
    public Verifications(
            Jdbi jdbi, Pacticipants pacticipants, Versions versions, Event<VerificationRecorded> recorded) {
        this.jdbi = jdbi;
        this.pacticipants = pacticipants;
        this.versions = versions;
        this.recorded = recorded;
    }

    /**
     * Stores a result. The provider version's row is locked first, so that of two results told at once one is the latest for all.
     *
     * @return empty when the content has been deleted meanwhile
     */
    public Optional<Verification> record(Pact pact, VerificationReport report) {
        var provider = pacticipants.ensure(pact.provider());
        var version = versions.ensure(provider, report.providerVersion(), null).version();
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE integration SET published_at = now() "
                        + "WHERE consumer_id = :consumer AND provider_id = :provider")
                .bind("consumer", pact.consumerId())
                .bind("provider", pact.providerId())
                .execute());
        if (!lock(pact.contentId())) {
            return Optional.empty();
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE verification SET latest = false WHERE content_id = :content AND provider_version_id = :version AND latest")
                .bind("content", pact.contentId())
                .bind("version", version.id())
                .execute());
        var id = insert(pact, version, report);
        var verification = find(pact, id);
        verification.ifPresent(
                result -> recorded.fire(new VerificationRecorded(pact, result, report.consumerVersions())));
        return verification;
    }

    /** A result of that content. */
    public Optional<Verification> find(Pact pact, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE vr.id = :id AND vr.content_id = :content")
                .bind("id", id)
                .bind("content", pact.contentId())
                .map(ROW)
                .findOne());
    }

    /** The latest result of that content, whichever provider version it is of. */
    public Optional<Verification> latest(Pact pact) {
        return latest(List.of(pact)).stream().findFirst();
    }

    /** The latest result of each content that has one. */
    public List<Verification> latest(List<Pact> pacts) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE vr.id IN (SELECT (SELECT max(id) FROM verification WHERE content_id = given.id)
                            FROM unnest(:contents) AS given (id))
                        ORDER BY vr.id DESC""")
                .bind("contents", pacts.stream().map(Pact::contentId).toArray(Long[]::new))
                .map(ROW)
                .list());
    }

    /** Whether the provider has ever verified a contract of this consumer. */
    public boolean existBetween(Pact pact) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM verification "
                        + "WHERE provider_id = :provider AND consumer_id = :consumer)")
                .bind("provider", pact.providerId())
                .bind("consumer", pact.consumerId())
                .mapTo(Boolean.class)
                .one());
    }

    /** Against whoever deletes it. False when it is gone. */
    private boolean lock(long contentId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM pact_content WHERE id = :id FOR KEY SHARE")
                .bind("id", contentId)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }

    private long insert(Pact pact, Version version, VerificationReport report) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO verification (consumer_id, provider_id, content_id, provider_version_id, success, wip,
                            build_url, test_results, verified_by)
                        VALUES (:consumer, :provider, :content, :version, :success, :wip, :buildUrl, :testResults, :verifiedBy)
                        RETURNING id""")
                .bind("consumer", pact.consumerId())
                .bind("provider", pact.providerId())
                .bind("content", pact.contentId())
                .bind("version", version.id())
                .bindMethods(report)
                .mapTo(Long.class)
                .one());
    }
}
