package dev.covenant.devstack.openapi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What every service's API keeps, as tests for a {@code @TestFactory}: each version is as its document in contracts/openapi says, which
 * differs from main's only in ways that break nobody; every contract in contracts/pacts fits the documents; nothing that is used is gone.
 */
public final class ApiRules {
    private static final System.Logger LOG = System.getLogger(ApiRules.class.getName());
    private static final String ACCEPT = "COVENANT_OPENAPI";

    private ApiRules() {}

    /** @param served the OpenAPI document that the running server gives out */
    public static Stream<DynamicTest> of(String service, JsonNode served) {
        var folder = new ApiFolder(Path.of(System.getProperty("pact.rootDir")).getParent());
        return of(service, served, folder, System.getenv());
    }

    static Stream<DynamicTest> of(String service, JsonNode served, ApiFolder folder, Map<String, String> environment) {
        var versions = new Served(service, served).versions();
        var retirement = Retirement.of(service, environment);
        var former = FormerApis.of(folder, service, retirement.deployedVersions(), environment);
        var accepting = environment.getOrDefault(ACCEPT, "").equals("accept");
        LOG.log(
                System.Logger.Level.INFO,
                "{0} is compared with its documents of {1}",
                service,
                former.stream().map(FormerApis::source).toList());
        LOG.log(System.Logger.Level.INFO, "Is anything in use gone from {0}? {1}", service, retirement.asked());
        var inUse = dynamicTest(
                "nothing in use is gone (%s)".formatted(retirement.asked()),
                () -> requireNone(
                        retirement.objections(versions),
                        "These still use what this build of %s no longer has. Bring it back until they are gone: docs/versioning.md"
                                .formatted(service)));
        var contracts = folder.contractsWith(service).stream()
                .map(contract -> dynamicTest(
                        "the contract of %s fits".formatted(contract.consumer()),
                        () -> requireNone(
                                new ContractFit(versions).misfits(contract),
                                "The contract of %s (%s) says otherwise than the documents of %s"
                                        .formatted(contract.consumer(), contract.source(), service))));
        var promises = versions.stream()
                .map(version -> dynamicTest(
                        "answers of %s say what is always in them".formatted(version.name()),
                        () -> requireNone(
                                Promised.missing(version),
                                "Name it with @Schema(requiredProperties = ...) where not all of it is")));
        var documents = withThoseThatAreGone(
                        versions,
                        folder.documents(service),
                        former.stream()
                                .flatMap(earlier -> earlier.documents(service).stream())
                                .toList())
                .stream()
                .map(version -> dynamicTest(
                        version.name() + " is as its document says",
                        () -> new KeptVersion(folder, former, version, versions, retirement).check(accepting)));
        return Stream.of(Stream.of(inUse), contracts, promises, documents).flatMap(tests -> tests);
    }

    private static void requireNone(List<String> found, String otherwise) {
        if (!found.isEmpty()) {
            throw new AssertionError("%s%n  %s".formatted(otherwise, String.join("\n  ", found)));
        }
    }

    private static List<ApiDocument> withThoseThatAreGone(
            List<ApiDocument> served, List<ApiDocument> kept, List<ApiDocument> former) {
        var all = new ArrayList<>(served);
        Stream.concat(kept.stream(), former.stream())
                .map(ApiDocument::name)
                .distinct()
                .filter(name -> served.stream().noneMatch(one -> one.name().equals(name)))
                .forEach(name -> all.add(new ApiDocument(name, JsonNodeFactory.instance.objectNode())));
        return all;
    }
}
