package dev.covenant.devstack.testing.access;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.testing.BadTokens;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.devstack.testing.ServiceClient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What docs/security.md says about a service, as tests for a {@code @TestFactory}: every endpoint with every role and with every kind
 * of bad token, and that the table forgets no endpoint and no role, and the package no secret. A refusal is always the same, whatever the cause.
 */
public final class AccessRules {
    /** The columns that are no roles: without a token that the service accepts, and with one that brings no role. */
    private static final Set<String> NO_ROLE = Set.of("no good token", "no role");

    private static final String SUBJECT = "somebody";

    private final String service;
    private final ServerUnderTest server;
    private final AccessTable table;
    private final String[] roles;

    private AccessRules(String service, ServerUnderTest server) {
        this.service = service;
        this.server = server;
        table = AccessTable.of(service, Workspace.find().root().resolve("docs/security.md"));
        roles = table.callers().stream()
                .filter(caller -> !NO_ROLE.contains(caller))
                .toArray(String[]::new);
    }

    /** @param service its name in the table, and its audience */
    public static Stream<DynamicTest> of(String service, ServerUnderTest server) {
        var rules = new AccessRules(service, server);
        return Stream.of(
                        Stream.of(
                                dynamicTest("the table has every endpoint", rules::hasEveryEndpoint),
                                dynamicTest("the table has every role", rules::hasEveryRole),
                                dynamicTest("a refusal is a problem without a hint", rules::refusesWithoutAHint),
                                dynamicTest("its package holds no secret", rules::packageHoldsNoSecret)),
                        rules.table.endpoints().stream().flatMap(rules::withEveryRole),
                        rules.table.endpoints().stream().flatMap(rules::withEveryBadToken))
                .flatMap(tests -> tests);
    }

    private void hasEveryEndpoint() {
        var inTable = table.endpoints().stream()
                .filter(endpoint -> !endpoint.isOpen())
                .map(Endpoint::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        var paths = answer("GET", "openapi?format=json", null).json().get("paths");
        var served = paths.properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(served, inTable);
    }

    /** A role that only the code knows would be tried at no endpoint. */
    private void hasEveryRole() {
        var named = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.covenant." + service)
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(method ->
                                method.tryGetAnnotationOfType("jakarta.annotation.security.RolesAllowed").stream())
                        .flatMap(annotation ->
                                Stream.of((Object[]) annotation.get("value").orElseThrow()))
                        .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(Set.of(roles));
        assertEquals(Set.of(), named);
    }

    private void refusesWithoutAHint() {
        var unauthorized = answer("GET", "api/v1/nothing", null);
        assertEquals("401 unauthorized", unauthorized.problem());
        assertEquals("application/problem+json", unauthorized.header("Content-Type"));
        assertEquals("Bearer", unauthorized.header("WWW-Authenticate"));
        var forbidden = forbidden();
        assertEquals("403 forbidden", forbidden.problem());
        assertEquals("application/problem+json", forbidden.header("Content-Type"));
    }

    private void packageHoldsNoSecret() {
        var built = server.packaged();
        assertEquals(List.of(), PackageContents.secretsBelow(built.user()));
        assertEquals(List.of(), PackageContents.secretsBelow(built.application()));
    }

    private Stream<DynamicTest> withEveryRole(Endpoint endpoint) {
        var tokens = server.tokens();
        var withoutRole = Stream.of(
                test(endpoint, "no role", "no role", tokens.token(SUBJECT, service)),
                test(endpoint, "no role", "no groups", tokens.withoutGroups(SUBJECT, service)));
        var withRole = Stream.of(roles).map(role -> test(endpoint, role, role, tokens.token(SUBJECT, service, role)));
        return Stream.concat(withoutRole, withRole);
    }

    /** Each would be good for everything, if it were good. */
    private Stream<DynamicTest> withEveryBadToken(Endpoint endpoint) {
        return BadTokens.named(server.tokens(), SUBJECT, service, roles).entrySet().stream()
                .map(bad -> test(endpoint, "no good token", bad.getKey(), bad.getValue()));
    }

    private DynamicTest test(Endpoint endpoint, String column, String caller, String token) {
        var cell = endpoint.cells().get(column);
        return dynamicTest("%s, %s: %s".formatted(endpoint, caller, cell), () -> {
            var answer = answer(endpoint.method(), endpoint.filledPath(), token);
            assertTrue(endpoint.isOpen() || answer.header("Set-Cookie").isEmpty(), "the API gives nobody a session");
            switch (cell) {
                case "yes" -> assertTrue(isHandled(answer), answer::toString);
                case "401" -> assertEquals(Refusal.of(answer("GET", "api/v1/nothing", null)), Refusal.of(answer));
                case "403" -> assertEquals(Refusal.of(forbidden()), Refusal.of(answer));
                default -> throw new IllegalArgumentException("Not a word of the table: " + cell);
            }
        });
    }

    /** By the endpoint itself, which may well have found the request wanting: it says so in problems of its own. */
    private static boolean isHandled(ServiceAnswer answer) {
        return answer.status() < 400
                || Set.of(400, 404, 409, 412, 422, 428).contains(answer.status())
                        && !answer.problem().equals("404 not-found");
    }

    private ServiceAnswer forbidden() {
        var endpoint = table.endpoints().stream()
                .filter(candidate -> candidate.cells().get("no role").equals("403"))
                .findFirst()
                .orElseThrow();
        return answer(endpoint.method(), endpoint.filledPath(), server.tokens().token(SUBJECT, service));
    }

    private ServiceAnswer answer(String method, String path, String token) {
        return new ServiceClient(server.baseUri(), token).send(method, path, BodyPublishers.noBody());
    }
}
