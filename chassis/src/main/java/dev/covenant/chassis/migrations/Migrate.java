package dev.covenant.chassis.migrations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The migration command of a service: brings its schema up to date as the owner, before a rollout. Reads {@code DB_HOST, DB_PORT,
 * DB_NAME, DB_OWNER, DB_OWNER_PASSWORD} and the two roles that the scripts grant to: {@code DB_USER}, the runtime role {@code
 * ${runtime}}, and {@code DB_AUDITOR}, the role {@code ${auditor}} that reads for the audit, {@code <DB_NAME>_audit} unless set. Both
 * exist before. {@code DB_DEMO=true} adds the demo data. Exit 0 when the schema is up to date, 1 with the reason otherwise.
 */
public final class Migrate {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrate() {}

    public static void main(String[] args) {
        FLYWAY.setLevel(Level.WARNING);
        try {
            IO.println(migrate(SecretFiles.over(System.getenv())));
        } catch (FlywayException | IllegalStateException e) {
            System.err.println(
                    "Migration failed, the schema stays at the last script that succeeded: " + e.getMessage());
            System.exit(1);
        }
    }

    static String migrate(Map<String, String> env) {
        var name = required(env, "DB_NAME");
        var runtime = required(env, "DB_USER");
        var auditor = env.getOrDefault("DB_AUDITOR", name + "_audit");
        var flyway = Flyway.configure()
                .dataSource(url(env, name), required(env, "DB_OWNER"), required(env, "DB_OWNER_PASSWORD"))
                .locations(locations(env).toArray(String[]::new))
                .placeholders(Map.of("runtime", runtime, "auditor", auditor))
                .failOnMissingLocations(true)
                // Demo data is a repeatable script: a database that once had it migrates without it, too.
                // Nor is a script that a later release brought: whoever rolls back migrates with the release before,
                // too.
                .ignoreMigrationPatterns("repeatable:missing", "*:future")
                .connectRetries(0)
                .load();
        requireRoles(flyway.getConfiguration().getDataSource(), List.of(runtime, auditor));
        var result = flyway.migrate();
        if (flyway.info().applied().length == 0) {
            throw new IllegalStateException("no migration found on the class path (db/migration)");
        }
        return "%s: schema at version %s, %d migration(s) applied now"
                .formatted(name, flyway.info().current().getVersion(), result.migrationsExecuted);
    }

    /** Said before anything is changed, and with what to do: only an administrator can make roles. */
    private static void requireRoles(DataSource owner, List<String> roles) {
        try (var connection = owner.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM pg_roles WHERE rolname = ?")) {
            for (var role : roles) {
                query.setString(1, role);
                var found = query.executeQuery();
                found.next();
                if (found.getInt(1) == 0) {
                    throw new IllegalStateException(
                            "there is no role \"%1$s\": create it first (CREATE ROLE \"%1$s\" LOGIN PASSWORD ...)"
                                    .formatted(role));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<String> locations(Map<String, String> env) {
        var locations = new ArrayList<>(List.of("classpath:db/migration"));
        if (Boolean.parseBoolean(env.get("DB_DEMO"))) {
            locations.add("classpath:db/demo");
        }
        return locations;
    }

    private static String url(Map<String, String> env, String name) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(env.getOrDefault("DB_HOST", "localhost"), env.getOrDefault("DB_PORT", "5432"), name);
    }

    private static String required(Map<String, String> env, String variable) {
        var value = env.get(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("set the environment variable " + variable);
        }
        return value;
    }
}
