package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

/** Who has contracts with whom, as this checkout has it: nothing but its files say so. */
public final class ContractTree {
    /** The name of every consumer's test classes that write contracts ends so. */
    static final String CONSUMER_TESTS = "*ContractTest";

    /** The name of every provider's test class that verifies them. */
    static final String PROVIDER_TEST = "ContractVerificationIT";

    private final Workspace workspace;

    public ContractTree(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Services whose tests write contracts. */
    public List<Part> consumers() {
        return services(name -> name.endsWith(CONSUMER_TESTS.substring(1) + ".java"));
    }

    /** Services that keep contracts. */
    public List<Part> providers() {
        return services(name -> name.equals(PROVIDER_TEST + ".java"));
    }

    /** Services that are either or both. */
    public List<Part> all() {
        return Stream.concat(consumers().stream(), providers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The contracts of a consumer, as its tests wrote them last. */
    List<Path> contractsOf(Part consumer) {
        try (var files = Files.list(pacts())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> consumerOf(file).equals(consumer.id()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + pacts() + ": " + e.getMessage(), e);
        }
    }

    private Path pacts() {
        return workspace.root().resolve("contracts/pacts");
    }

    private List<Part> services(Predicate<String> isTheirs) {
        return Part.services().stream()
                .filter(service -> hasTest(service, isTheirs))
                .toList();
    }

    private boolean hasTest(Part service, Predicate<String> isTheirs) {
        var tests = workspace.root().resolve(service.module()).resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return false;
        }
        try (var files = Files.walk(tests)) {
            return files.map(Path::getFileName).map(Path::toString).anyMatch(isTheirs);
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + tests + ": " + e.getMessage(), e);
        }
    }

    private static String consumerOf(Path pact) {
        return JsonMapper.shared().readTree(pact.toFile()).at("/consumer/name").asString("");
    }
}
