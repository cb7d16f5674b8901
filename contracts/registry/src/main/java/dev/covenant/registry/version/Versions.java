package dev.covenant.registry.version;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.registry.pacticipant.Pacticipant;

/** The versions. Every one that comes into being comes through {@link #ensure}. */
@ApplicationScoped
@Transactional
public class Versions {
    private static final RowMapper<Version> ROW = ConstructorMapper.of(Version.class);
    private static final String SELECT = """
            SELECT v.id, v.pacticipant_id, p.name AS pacticipant, v.number, v.build_url, v.created_at, v.updated_at
            FROM version v JOIN pacticipant p ON p.id = v.pacticipant_id
            """;

    /** Whether the row is new or there before, it is locked: what is said of one version at once is said one after the other. */
    private static final String ENSURE = """
            INSERT INTO version (pacticipant_id, number, build_url) VALUES (:pacticipant, :number, :buildUrl)
            ON CONFLICT (pacticipant_id, number)
            DO UPDATE SET build_url = coalesce(excluded.build_url, version.build_url), updated_at = now()
            RETURNING xmax = 0""";

    private final Jdbi jdbi;

    @Inject
    public Versions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Version> find(String pacticipant, String number) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "WHERE p.name = :pacticipant AND v.number = :number")
                        .bind("pacticipant", pacticipant)
                        .bind("number", number)
                        .map(ROW)
                        .findOne());
    }

    /** Those of the pacticipant that have one of the ids, the latest first. */
    public List<Version> all(long pacticipant, Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE v.pacticipant_id = :pacticipant AND v.id = ANY(:ids) ORDER BY v.id DESC")
                .bind("pacticipant", pacticipant)
                .bind("ids", ids.toArray(Long[]::new))
                .map(ROW)
                .list());
    }

    /** Those that have one of the ids, whosever they are. */
    public List<Version> all(Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE v.id = ANY(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .map(ROW)
                .list());
    }

    /**
     * The version of that number, made if there is none, and locked until the transaction ends.
     *
     * @param buildUrl replaces the one that is known; null leaves it
     */
    public Ensured ensure(Pacticipant pacticipant, String number, String buildUrl) {
        var made = jdbi.withHandle(handle -> handle.createQuery(ENSURE)
                .bind("pacticipant", pacticipant.id())
                .bind("number", number)
                .bind("buildUrl", buildUrl)
                .mapTo(Boolean.class)
                .one());
        return new Ensured(find(pacticipant.name(), number).orElseThrow(), made);
    }

    /** The latest first. */
    public List<Version> of(Pacticipant pacticipant, int limit, long offset) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE v.pacticipant_id = :id ORDER BY v.id DESC LIMIT :limit OFFSET :offset")
                .bind("id", pacticipant.id())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(ROW)
                .list());
    }

    public Optional<Version> latest(Pacticipant pacticipant) {
        return of(pacticipant, 1, 0).stream().findFirst();
    }

    /** The latest version of each pacticipant, by the pacticipant's id. */
    public Map<Long, Version> latestOfEach() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE v.id IN (SELECT max(id) FROM version GROUP BY pacticipant_id)")
                .map(ROW)
                .collect(Collectors.toMap(Version::pacticipantId, Function.identity())));
    }

    public Optional<Version> latestTagged(Pacticipant pacticipant, String tag) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE v.id = (SELECT max(version_id) FROM tag WHERE pacticipant_id = :id AND name = :tag)""")
                .bind("id", pacticipant.id())
                .bind("tag", tag)
                .map(ROW)
                .findOne());
    }

    /** The head of the branch. */
    public Optional<Version> latestOfBranch(Pacticipant pacticipant, String branch) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE v.id = (SELECT head_version_id FROM branch WHERE pacticipant_id = :id AND name = :branch)""")
                .bind("id", pacticipant.id())
                .bind("branch", branch)
                .map(ROW)
                .findOne());
    }

    /** With its contracts, results and deployments. Its branches get new heads. */
    public void delete(Version version) {
        jdbi.useHandle(handle -> {
            // Not more than an update would: a branch may get it for its head as long as this transaction waits for
            // that branch.
            handle.createQuery("SELECT id FROM version WHERE id = :id FOR NO KEY UPDATE")
                    .bind("id", version.id())
                    .mapTo(Long.class)
                    .list();
            var heads = new BranchHeads(handle);
            var locked = heads.lock(version);
            handle.createUpdate("DELETE FROM version WHERE id = :id")
                    .bind("id", version.id())
                    .execute();
            heads.name(locked);
        });
    }

    /**
     * @param made whether it is new
     */
    public record Ensured(Version version, boolean made) {}
}
