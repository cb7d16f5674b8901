package dev.covenant.registry.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Those who come with a name and a password. From {@code registry.users} (environment {@code REGISTRY_USERS}, or a file of that name in
 * Liberty's {@code VARIABLE_SOURCE_DIRS}): entries {@code role:name:password} separated by white space; the password may hold colons.
 */
@ApplicationScoped
class Users {
    private final List<User> all;

    @Inject
    Users(@ConfigProperty(name = "registry.users") Optional<String> entries) {
        this.all = entries.map(Users::parse).orElse(List.of());
    }

    /** Compares all of them in full, whether one fits or not: how long it takes tells nothing. */
    Optional<Level> level(String name, String password) {
        return all.stream()
                .filter(user -> user.is(name, password))
                .reduce((_, last) -> last)
                .map(User::level);
    }

    private static List<User> parse(String entries) {
        return Arrays.stream(entries.strip().split("\\s+"))
                .filter(entry -> !entry.isEmpty())
                .map(User::of)
                .toList();
    }

    private record User(Level level, byte[] name, byte[] password) {
        static User of(String entry) {
            var parts = entry.split(":", 3);
            if (parts.length < 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
                throw new IllegalStateException(
                        "registry.users: each entry must be role:name:password, role one of read, write, admin");
            }
            return new User(Level.valueOf(parts[0].toUpperCase(Locale.ROOT)), bytes(parts[1]), bytes(parts[2]));
        }

        boolean is(String otherName, String otherPassword) {
            return MessageDigest.isEqual(name, bytes(otherName))
                    & MessageDigest.isEqual(password, bytes(otherPassword));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
