package dev.covenant.devstack.postgres;

import java.util.Locale;
import java.util.Map;

import dev.covenant.devstack.Secrets;

/**
 * The database of one service and the three roles that may open it.
 *
 * @param name the service's name and the database's
 * @param ownerPassword of the role that owns the database and migrates it
 * @param runtimePassword of the role that the running service uses
 * @param auditorPassword of the role that reads for the audit, and can do nothing else
 */
public record ServiceDatabase(String name, String ownerPassword, String runtimePassword, String auditorPassword) {

    /** With new random passwords. */
    public static ServiceDatabase of(String name) {
        return new ServiceDatabase(name, Secrets.password(), Secrets.password(), Secrets.password());
    }

    public String owner() {
        return name + "_owner";
    }

    public String runtime() {
        return name + "_app";
    }

    public String auditor() {
        return name + "_audit";
    }

    /** What the running service is told about its database: nothing of the owner. */
    public Map<String, String> environment(int port) {
        return Map.of(
                "DB_HOST",
                Postgres.HOST,
                "DB_PORT",
                Integer.toString(port),
                "DB_NAME",
                name,
                "DB_USER",
                runtime(),
                "DB_PASSWORD",
                runtimePassword);
    }

    /** What the migration command needs beside {@link #environment}. */
    public Map<String, String> ownerEnvironment() {
        return Map.of("DB_OWNER", owner(), "DB_OWNER_PASSWORD", ownerPassword, "DB_AUDITOR", auditor());
    }

    /** How the audit's verbs find it and get in. */
    public Map<String, String> auditorEnvironment(int port) {
        var prefix = "AUDIT_%s_".formatted(name.toUpperCase(Locale.ROOT));
        return Map.of(prefix + "URL", url(port), prefix + "USER", auditor(), prefix + "PASSWORD", auditorPassword);
    }

    public String url(int port) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Postgres.HOST, port, name);
    }
}
