package dev.covenant.chassis.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The migration command of a service: brings its schema up to date as the owner, before a rollout. Reads {@code DB_HOST, DB_PORT,
 * DB_NAME, DB_OWNER, DB_OWNER_PASSWORD} and {@code DB_USER}, the runtime role that the scripts grant to as {@code ${runtime}};
 * {@code DB_DEMO=true} adds the demo data. Exit 0 when the schema is up to date, 1 with the reason otherwise.
 */
public final class Migrate {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrate() {}

    public static void main(String[] args) {
        FLYWAY.setLevel(Level.WARNING);
        try {
            IO.println(migrate(System.getenv()));
        } catch (FlywayException | IllegalStateException e) {
            System.err.println(
                    "Migration failed, the schema stays at the last script that succeeded: " + e.getMessage());
            System.exit(1);
        }
    }

    static String migrate(Map<String, String> env) {
        var name = required(env, "DB_NAME");
        var flyway = Flyway.configure()
                .dataSource(url(env, name), required(env, "DB_OWNER"), required(env, "DB_OWNER_PASSWORD"))
                .locations(locations(env).toArray(String[]::new))
                .placeholders(Map.of("runtime", required(env, "DB_USER")))
                .failOnMissingLocations(true)
                // Demo data is a repeatable script: a database that once had it migrates without it, too.
                .ignoreMigrationPatterns("repeatable:missing")
                .connectRetries(0)
                .load();
        var result = flyway.migrate();
        if (flyway.info().applied().length == 0) {
            throw new IllegalStateException("no migration found on the class path (db/migration)");
        }
        return "%s: schema at version %s, %d migration(s) applied now"
                .formatted(name, flyway.info().current().getVersion(), result.migrationsExecuted);
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
