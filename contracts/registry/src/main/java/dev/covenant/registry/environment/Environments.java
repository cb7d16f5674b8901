package dev.covenant.registry.environment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The environments. */
@ApplicationScoped
@Transactional
public class Environments {
    private static final RowMapper<Environment> ROW = ConstructorMapper.of(Environment.class);
    private static final String SELECT =
            "SELECT id, uuid, name, display_name, production, contacts, created_at, updated_at FROM environment ";

    private final Jdbi jdbi;

    @Inject
    public Environments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By name. */
    public List<Environment> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "ORDER BY name").map(ROW).list());
    }

    public Optional<Environment> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne());
    }

    public Optional<Environment> find(UUID uuid) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE uuid = :uuid")
                .bind("uuid", uuid)
                .map(ROW)
                .findOne());
    }

    public Optional<Environment> find(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE name = :name")
                .bind("name", name)
                .map(ROW)
                .findOne());
    }

    /** False when another has the name. */
    public boolean create(UUID uuid, EnvironmentValues values) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO environment (uuid, name, display_name, production, contacts)
                                VALUES (:uuid, :name, :displayName, :production, :contacts) ON CONFLICT (name) DO NOTHING""")
                        .bind("uuid", uuid)
                        .bindMethods(values)
                        .execute())
                == 1;
    }

    /** False when another has the name. */
    public boolean change(Environment environment, EnvironmentValues values) {
        // It happens rarely, and of two that want one name one is to be told.
        jdbi.useHandle(handle -> handle.execute("LOCK TABLE environment IN SHARE ROW EXCLUSIVE MODE"));
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE environment SET name = :name, display_name = :displayName, production = :production,
                                    contacts = :contacts, updated_at = now()
                                WHERE id = :id AND NOT EXISTS (SELECT FROM environment WHERE name = :name AND id <> :id)""")
                        .bind("id", environment.id())
                        .bindMethods(values)
                        .execute())
                == 1;
    }

    /** With all that is known to be in it. */
    public void delete(Environment environment) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM environment WHERE id = :id")
                .bind("id", environment.id())
                .execute());
    }
}
