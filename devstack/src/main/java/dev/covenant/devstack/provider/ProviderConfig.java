package dev.covenant.devstack.provider;

import java.time.Duration;
import java.util.Map;

/**
 * Where the provider listens, the key it asks for, and where its books are.
 *
 * @param host the address to bind; loopback unless someone decides otherwise
 * @param port 0 for a free one
 * @param key what callers send as {@code Authorization: Bearer <key>}; not blank
 * @param silence how long a call that a token leaves unanswered is held before its connection is closed
 */
public record ProviderConfig(String host, int port, String key, Database database, Duration silence) {

    private static final Duration USUAL_SILENCE = Duration.ofSeconds(60);

    /** The database of the books and the role that owns it. */
    public record Database(String host, int port, String name, String user, String password) {

        String url() {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
        }

        @Override
        public String toString() {
            return url() + " as " + user;
        }
    }

    public ProviderConfig {
        if (key.isBlank()) {
            throw new IllegalArgumentException("PROVIDER_KEY must not be blank");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PROVIDER_PORT must be from 0 to 65535");
        }
    }

    /** On a free loopback port. */
    public static ProviderConfig local(String key, Database database) {
        return new ProviderConfig("localhost", 0, key, database, USUAL_SILENCE);
    }

    /**
     * Reads PROVIDER_HOST, PROVIDER_PORT, PROVIDER_KEY, DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD. The key and
     * the password have no default.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    public static ProviderConfig from(Map<String, String> environment) {
        Database database = new Database(
                environment.getOrDefault("DB_HOST", "localhost"),
                number(environment, "DB_PORT", "9092"),
                environment.getOrDefault("DB_NAME", "provider"),
                environment.getOrDefault("DB_USER", "provider"),
                required(environment, "DB_PASSWORD"));
        return new ProviderConfig(
                environment.getOrDefault("PROVIDER_HOST", "localhost"),
                number(environment, "PROVIDER_PORT", "9090"),
                required(environment, "PROVIDER_KEY"),
                database,
                USUAL_SILENCE);
    }

    @Override
    public String toString() {
        return "%s:%d, books in %s".formatted(host, port, database);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static int number(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        if (!value.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(name + " must be a port number");
        }
        return Integer.parseInt(value);
    }
}
