package dev.covenant.registry.environment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.version.Version;

/** What is in environments. */
@ApplicationScoped
@Transactional
public class Presences {
    private static final RowMapper<Presence> ROW = ConstructorMapper.of(Presence.class);
    private static final String SELECT = """
            SELECT '%1$s' AS kind, x.uuid, x.environment_id, v.id AS version_id, p.name AS pacticipant, v.number AS version,
                %4$s AS application_instance, x.created_at, x.%3$s AS ended_at
            FROM %2$s x JOIN version v ON v.id = x.version_id JOIN pacticipant p ON p.id = x.pacticipant_id
            """;

    private static final String PRESENT = """
            SELECT name FROM pacticipant p
            WHERE EXISTS (SELECT FROM deployed_version WHERE pacticipant_id = p.id AND undeployed_at IS NULL)
                OR EXISTS (SELECT FROM released_version WHERE pacticipant_id = p.id AND support_ended_at IS NULL)
            ORDER BY name LIMIT :limit OFFSET :offset""";

    private final Jdbi jdbi;

    @Inject
    public Presences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Presence> find(Kind kind, UUID uuid) {
        return jdbi.withHandle(handle -> handle.createQuery(select(kind) + "WHERE x.uuid = :uuid")
                .bind("uuid", uuid)
                .map(ROW)
                .findOne());
    }

    /** What is there now, by pacticipant, the latest first. */
    public List<Presence> current(Kind kind, Environment environment) {
        return jdbi.withHandle(
                handle -> handle.createQuery(select(kind) + "WHERE x.environment_id = :environment AND x." + kind.end
                                + " IS NULL ORDER BY p.name, x.id DESC")
                        .bind("environment", environment.id())
                        .map(ROW)
                        .list());
    }

    /** Names of pacticipants of which something is somewhere now, a page of them in their order. */
    public List<String> present(int limit, long offset) {
        return jdbi.withHandle(handle -> handle.createQuery(PRESENT)
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(String.class)
                .list());
    }

    /** Where versions of these pacticipants are now, by pacticipant, the latest first. */
    public List<Presence> ofPacticipants(Kind kind, Collection<String> names) {
        return jdbi.withHandle(handle -> handle.createQuery(select(kind) + "WHERE p.name = ANY(:names) AND x."
                        + kind.end + " IS NULL ORDER BY p.name, x.id DESC")
                .bind("names", names.toArray(String[]::new))
                .map(ROW)
                .list());
    }

    /** Where the versions are now. */
    public List<Presence> current(Kind kind, Collection<Version> versions) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        select(kind) + "WHERE v.id = ANY(:versions) AND x." + kind.end + " IS NULL ORDER BY x.id DESC")
                .bind("versions", versions.stream().map(Version::id).toArray(Long[]::new))
                .map(ROW)
                .list());
    }

    /**
     * Says that from now on the version is what an instance runs. Said again it changes nothing. The environment's row is locked, so
     * that of two said at once one follows the other.
     *
     * @param instance null for the one without a name
     * @return empty when version or environment were deleted meanwhile
     */
    public Optional<Presence> deploy(Version version, Environment environment, String instance) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT id FROM environment WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", environment.id())
                .mapTo(Long.class)
                .list());
        var now = deployed(version.pacticipantId(), environment, instance);
        if (now.isPresent() && now.get().versionId() == version.id()) {
            return now;
        }
        now.ifPresent(before -> end(Kind.DEPLOYED, before.uuid()));
        var uuid = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO deployed_version (uuid, pacticipant_id, version_id, environment_id, application_instance)
                        SELECT :uuid, v.pacticipant_id, v.id, e.id, :instance FROM version v, environment e
                        WHERE v.id = :version AND e.id = :environment FOR KEY SHARE""")
                .bind("uuid", uuid)
                .bind("instance", instance)
                .bind("version", version.id())
                .bind("environment", environment.id())
                .execute());
        return find(Kind.DEPLOYED, uuid);
    }

    /**
     * Says that the version is supported from now on, again if its support had ended.
     *
     * @return empty when version or environment were deleted meanwhile
     */
    public Optional<Released> release(Version version, Environment environment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                INSERT INTO released_version (uuid, pacticipant_id, version_id, environment_id)
                                SELECT gen_random_uuid(), v.pacticipant_id, v.id, e.id FROM version v, environment e
                                WHERE v.id = :version AND e.id = :environment FOR KEY SHARE
                                ON CONFLICT (version_id, environment_id) DO UPDATE SET support_ended_at = NULL, updated_at = now()
                                RETURNING uuid, xmax = 0 AS made""")
                        .bind("version", version.id())
                        .bind("environment", environment.id())
                        .map((row, _) -> Map.entry(row.getObject("uuid", UUID.class), row.getBoolean("made")))
                        .findOne())
                .flatMap(stored -> find(Kind.RELEASED, stored.getKey())
                        .map(presence -> new Released(presence, stored.getValue())));
    }

    /** Ended before, it stays as it is. */
    public void end(Kind kind, UUID uuid) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE %1$s SET %2$s = now(), updated_at = now() WHERE uuid = :uuid AND %2$s IS NULL"
                                .formatted(kind.table, kind.end))
                .bind("uuid", uuid)
                .execute());
    }

    private Optional<Presence> deployed(long pacticipant, Environment environment, String instance) {
        return jdbi.withHandle(handle -> handle.createQuery(select(Kind.DEPLOYED) + """
                        WHERE x.environment_id = :environment AND x.pacticipant_id = :pacticipant
                            AND x.application_instance IS NOT DISTINCT FROM :instance AND x.undeployed_at IS NULL""")
                .bind("environment", environment.id())
                .bind("pacticipant", pacticipant)
                .bind("instance", instance)
                .map(ROW)
                .findOne());
    }

    private static String select(Kind kind) {
        return SELECT.formatted(kind, kind.table, kind.end, kind.instance);
    }

    /**
     * @param made whether it had never been released there
     */
    public record Released(Presence presence, boolean made) {}
}
