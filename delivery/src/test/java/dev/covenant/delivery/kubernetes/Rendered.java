package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.covenant.devstack.Workspace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What kustomize makes of a directory.
 *
 * @param objects as they would be sent to a cluster
 */
record Rendered(List<JsonNode> objects) {
    static final Path ROOT = Workspace.find().root();
    static final Path MANIFESTS = ROOT.resolve("delivery/kubernetes");
    private static final boolean KUBECTL = isHere();
    private static final Map<String, Rendered> ALL = new ConcurrentHashMap<>();
    private static final Path CONTRACTS = ROOT.resolve("contracts/pacts");

    /** Each is rendered once for all tests. */
    static Rendered of(String directory) {
        assumeTrue(KUBECTL, "No kubectl on this machine: the manifests were not rendered");
        return ALL.computeIfAbsent(directory, Rendered::kustomized);
    }

    private static Rendered kustomized(String directory) {
        try {
            var kustomize = new ProcessBuilder(
                            "kubectl", "kustomize", MANIFESTS.resolve(directory).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var documents =
                    YAMLMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(kustomize.getInputStream())) {
                var objects = documents.readAll();
                if (kustomize.waitFor() != 0) {
                    throw new IllegalStateException("kustomize does not take " + directory);
                }
                return new Rendered(objects);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Consumer and provider of each contract in this tree. */
    static Stream<List<String>> contracts() throws IOException {
        try (var files = Files.list(CONTRACTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> JsonMapper.shared().readTree(file.toFile()))
                    .map(pact -> List.of(
                            pact.path("consumer").path("name").asString(),
                            pact.path("provider").path("name").asString()))
                    .toList()
                    .stream();
        }
    }

    JsonNode only(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind));
    }

    JsonNode container(String kind) {
        return only(kind).at("/spec/template/spec/containers/0");
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isHere() {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
