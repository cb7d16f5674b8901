package dev.covenant.registry.version;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

import dev.covenant.registry.pacticipant.Pacticipant;

/**
 * The branches. A version may be on several. The head is the version that was added last for the first time: publishing an old one again
 * does not move it.
 */
@ApplicationScoped
@Transactional
public class Branches {
    /** A branch or tag of such a name becomes the main branch of a pacticipant that has named none. */
    static final Set<String> USUAL_MAIN = Set.of("develop", "main", "master");

    private static final RowMapper<Branch> ROW = ConstructorMapper.of(Branch.class);
    private static final RowMapper<BranchVersion> MEMBERSHIP = ConstructorMapper.of(BranchVersion.class);
    private static final String SELECT = """
            SELECT b.id, b.pacticipant_id, p.name AS pacticipant, b.name, v.number AS head, b.created_at
            FROM branch b JOIN pacticipant p ON p.id = b.pacticipant_id LEFT JOIN version v ON v.id = b.head_version_id
            """;
    private static final String SELECT_MEMBERSHIP = """
            SELECT m.version_id, b.name AS branch, coalesce(b.head_version_id = m.version_id, false) AS latest, m.created_at
            FROM branch_version m JOIN branch b ON b.id = m.branch_id
            """;

    /** Locks the branch, so that of two versions added at once one is the head for all. */
    private static final String ENSURE = """
            INSERT INTO branch (pacticipant_id, name) VALUES (:pacticipant, :name)
            ON CONFLICT (pacticipant_id, name) DO UPDATE SET name = excluded.name RETURNING id""";

    private final Jdbi jdbi;

    @Inject
    public Branches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Branch> find(String pacticipant, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE p.name = :pacticipant AND b.name = :name")
                .bind("pacticipant", pacticipant)
                .bind("name", name)
                .map(ROW)
                .findOne());
    }

    /** The latest first. */
    public List<Branch> of(Pacticipant pacticipant) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE p.id = :id ORDER BY b.id DESC")
                .bind("id", pacticipant.id())
                .map(ROW)
                .list());
    }

    /** On which branches the versions are, by name. */
    public List<BranchVersion> ofVersions(Collection<Version> versions) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT_MEMBERSHIP + "WHERE m.version_id = ANY(:versions) ORDER BY b.name")
                        .bind("versions", versions.stream().map(Version::id).toArray(Long[]::new))
                        .map(MEMBERSHIP)
                        .list());
    }

    /** False when it is on the branch already. */
    public boolean add(Version version, String branch) {
        var id = jdbi.withHandle(handle -> handle.createQuery(ENSURE)
                .bind("pacticipant", version.pacticipantId())
                .bind("name", branch)
                .mapTo(Long.class)
                .one());
        var added = jdbi.withHandle(handle -> handle.createUpdate(
                        "INSERT INTO branch_version (branch_id, version_id) VALUES (:branch, :version) ON CONFLICT DO NOTHING")
                .bind("branch", id)
                .bind("version", version.id())
                .execute());
        if (added == 1) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("UPDATE branch SET head_version_id = :version WHERE id = :branch")
                            .bind("branch", id)
                            .bind("version", version.id())
                            .execute());
            mayBeMain(version.pacticipantId(), branch);
        }
        return added == 1;
    }

    /** False when the version was not on the branch. */
    public boolean remove(Version version, String branch) {
        return jdbi.withHandle(handle -> {
            var heads = new BranchHeads(handle);
            var locked = heads.lock(version.pacticipantId(), branch);
            var removed = handle.createUpdate(
                            "DELETE FROM branch_version WHERE version_id = :version AND branch_id = ANY(:branches)")
                    .bind("version", version.id())
                    .bind("branches", locked.toArray(Long[]::new))
                    .execute();
            heads.name(locked);
            return removed == 1;
        });
    }

    /** Its versions and their contracts stay. */
    public void delete(Branch branch) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM branch WHERE id = :id")
                .bind("id", branch.id())
                .execute());
    }

    void mayBeMain(long pacticipant, String branch) {
        if (USUAL_MAIN.contains(branch)) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("UPDATE pacticipant SET main_branch = :branch, updated_at = now() "
                                    + "WHERE id = :id AND main_branch IS NULL")
                            .bind("id", pacticipant)
                            .bind("branch", branch)
                            .execute());
        }
    }
}
