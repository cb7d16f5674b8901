package dev.covenant.devstack.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The folder of contracts: {@code openapi} has a document for each version of each service's API, {@code pacts} the contracts. */
record ApiFolder(Path contracts) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String YAML = ".yaml";

    List<ApiDocument> documents(String service) {
        return names("openapi", service + "-v\\d+\\.yaml").stream()
                .map(name -> name.replace(YAML, ""))
                .map(this::document)
                .toList();
    }

    /** Empty of operations when it is not there. */
    ApiDocument document(String name) {
        return new ApiDocument(name, text(name).map(Yaml::read).orElseGet(JsonNodeFactory.instance::objectNode));
    }

    Optional<String> text(String name) {
        return Files.exists(file(name)) ? Optional.of(read(file(name))) : Optional.empty();
    }

    Path file(String name) {
        return contracts.resolve("openapi").resolve(name + YAML);
    }

    /** Writes it, or deletes it when it has no operations any more. */
    void keep(ApiDocument document) {
        try {
            if (document.operations().isEmpty()) {
                Files.deleteIfExists(file(document.name()));
            } else {
                Files.createDirectories(file(document.name()).getParent());
                Files.writeString(file(document.name()), Yaml.write(document.root()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of every consumer of the service. */
    List<Contract> contractsWith(String service) {
        return names("pacts", ".*\\.json").stream()
                .map(name -> new Contract(name, (ObjectNode)
                        JSON.readTree(read(contracts.resolve("pacts").resolve(name)))))
                .filter(contract -> contract.provider().equals(service))
                .toList();
    }

    private List<String> names(String folder, String pattern) {
        var directory = contracts.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
