package dev.covenant.audit.cli;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.covenant.audit.AuditSession;
import dev.covenant.audit.Books;

/** Where the books are, as the environment tells; passwords have no place on a command line. */
record BooksFromEnvironment(Map<String, String> environment) {
    private static final List<String> SERVICES = List.of("ORDERS", "INVENTORY", "PAYMENTS");

    /**
     * Empty when it tells nothing.
     *
     * @throws IllegalArgumentException when it tells only a part; the message names what is missing
     */
    Optional<Books> read() {
        if (SERVICES.stream().noneMatch(service -> environment.containsKey(variable(service, "URL")))) {
            return Optional.empty();
        }
        var missing = Stream.concat(
                        SERVICES.stream()
                                .flatMap(service -> Stream.of(variable(service, "URL"), variable(service, "PASSWORD"))),
                        Stream.of("PROVIDER_URL", "PROVIDER_KEY"))
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Set these too: " + missing);
        }
        return Optional.of(new Books(
                database("ORDERS"),
                database("INVENTORY"),
                database("PAYMENTS"),
                URI.create(environment.get("PROVIDER_URL")),
                environment.get("PROVIDER_KEY")));
    }

    private DataSource database(String service) {
        var usual = service.toLowerCase(Locale.ROOT) + "_audit";
        return AuditSession.of(
                environment.get(variable(service, "URL")),
                environment.getOrDefault(variable(service, "USER"), usual),
                environment.get(variable(service, "PASSWORD")));
    }

    private static String variable(String service, String what) {
        return "AUDIT_%s_%s".formatted(service, what);
    }
}
