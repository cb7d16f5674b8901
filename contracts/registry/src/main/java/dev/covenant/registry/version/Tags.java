package dev.covenant.registry.version;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tags of versions. */
@ApplicationScoped
@Transactional
public class Tags {
    private static final RowMapper<Tag> ROW = ConstructorMapper.of(Tag.class);
    private static final String SELECT = "SELECT version_id, name, created_at FROM tag ";

    private final Jdbi jdbi;
    private final Branches branches;
    private final Event<VersionTagged> tagged;

    @Inject
    public Tags(Jdbi jdbi, Branches branches, Event<VersionTagged> tagged) {
        this.jdbi = jdbi;
        this.branches = branches;
        this.tagged = tagged;
    }

    public Optional<Tag> find(Version version, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE version_id = :version AND name = :name")
                .bind("version", version.id())
                .bind("name", name)
                .map(ROW)
                .findOne());
    }

    /** By name. */
    public List<Tag> ofVersions(Collection<Version> versions) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE version_id = ANY(:versions) ORDER BY name")
                .bind("versions", versions.stream().map(Version::id).toArray(Long[]::new))
                .map(ROW)
                .list());
    }

    /** Said again it is told again: whoever tags what is deployed goes back so to an earlier version. False when it has the tag already. */
    public boolean add(Version version, String name) {
        var added = store(version, name);
        tagged.fire(new VersionTagged(version, name));
        return added;
    }

    /**
     * Those that come with the version itself. What it has already is not told again: a publication that is repeated changes nothing. All are
     * stored before any is told, and told by name, since who hears of them locks what is called like them.
     */
    public void addAll(Version version, Collection<String> names) {
        var added = new TreeSet<String>();
        for (var name : names) {
            if (store(version, name)) {
                added.add(name);
            }
        }
        added.forEach(name -> tagged.fire(new VersionTagged(version, name)));
    }

    /** False when it has no such tag. */
    public boolean remove(Version version, String name) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("DELETE FROM tag WHERE version_id = :version AND name = :name")
                                .bind("version", version.id())
                                .bind("name", name)
                                .execute())
                == 1;
    }

    private boolean store(Version version, String name) {
        var isBranch = isFirstWordAboutNewVersion(version);
        var added = jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO tag (version_id, name, pacticipant_id) "
                        + "VALUES (:version, :name, :pacticipant) ON CONFLICT DO NOTHING")
                .bind("version", version.id())
                .bind("name", name)
                .bind("pacticipant", version.pacticipantId())
                .execute());
        if (added == 1) {
            if (isBranch) {
                branches.add(version, name);
            }
            branches.mayBeMain(version.pacticipantId(), name);
        }
        return added == 1;
    }

    /** Clients that know no branches tag each version with its branch at once: the first tag within 10 s is taken for the branch. */
    private boolean isFirstWordAboutNewVersion(Version version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT created_at > now() - interval '10 s'
                            AND NOT EXISTS (SELECT FROM tag WHERE version_id = version.id)
                            AND NOT EXISTS (SELECT FROM branch_version WHERE version_id = version.id)
                        FROM version WHERE id = :version""")
                .bind("version", version.id())
                .mapTo(Boolean.class)
                .one());
    }
}
