package dev.covenant.registry.pacticipant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The pacticipants. Names come into being when something is first said about them. */
@ApplicationScoped
@Transactional
public class Pacticipants {
    private static final RowMapper<Pacticipant> ROW = ConstructorMapper.of(Pacticipant.class);
    private static final String SELECT =
            "SELECT id, name, display_name, repository_url, main_branch, created_at, updated_at FROM pacticipant ";

    private final Jdbi jdbi;

    @Inject
    public Pacticipants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Pacticipant> find(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE name = :name")
                .bind("name", name)
                .map(ROW)
                .findOne());
    }

    /** By name. */
    public List<Pacticipant> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "ORDER BY name").map(ROW).list());
    }

    /** Those with a label, by name. */
    public List<Pacticipant> labelled(String label) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE id IN (SELECT pacticipant_id FROM label WHERE name = :label) ORDER BY name")
                .bind("label", label)
                .map(ROW)
                .list());
    }

    public Pacticipant ensure(String name) {
        return ensure(List.of(name)).get(name);
    }

    /** All of them by name, those that are new included. Made in the order of their names, so that two publishers never wait for each other. */
    public Map<String, Pacticipant> ensure(Collection<String> names) {
        var inOrder = new TreeSet<>(names);
        var known = findAll(inOrder);
        if (known.size() == inOrder.size()) {
            return known;
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO pacticipant (name) SELECT name "
                                + "FROM unnest(:names) WITH ORDINALITY AS given (name, place) ORDER BY place ON CONFLICT DO NOTHING")
                .bind("names", inOrder.toArray(String[]::new))
                .execute());
        return findAll(inOrder);
    }

    /** False when there is one of that name. */
    public boolean create(String name, PacticipantChange values) {
        var made = jdbi.withHandle(
                handle -> handle.createUpdate("INSERT INTO pacticipant (name) VALUES (:name) ON CONFLICT DO NOTHING")
                        .bind("name", name)
                        .execute());
        if (made == 1) {
            change(name, values);
        }
        return made == 1;
    }

    /** False when there is none of that name. */
    public boolean change(String name, PacticipantChange change) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE pacticipant SET updated_at = now(), "
                                + "display_name = coalesce(:displayName, display_name), "
                                + "repository_url = coalesce(:repositoryUrl, repository_url), "
                                + "main_branch = coalesce(:mainBranch, main_branch) WHERE name = :name")
                        .bind("name", name)
                        .bind("displayName", change.displayName())
                        .bind("repositoryUrl", change.repositoryUrl())
                        .bind("mainBranch", change.mainBranch())
                        .execute())
                == 1;
    }

    /** With all that is known about it. False when there is none of that name. */
    public boolean delete(String name) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM pacticipant WHERE name = :name")
                        .bind("name", name)
                        .execute())
                == 1;
    }

    private Map<String, Pacticipant> findAll(Collection<String> names) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE name = ANY(:names)")
                .bind("names", names.toArray(String[]::new))
                .map(ROW)
                .collect(Collectors.toMap(Pacticipant::name, Function.identity())));
    }
}
