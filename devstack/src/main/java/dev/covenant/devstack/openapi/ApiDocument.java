package dev.covenant.devstack.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of a service's API (OpenAPI 3.1).
 *
 * @param name service and version, such as {@code inventory-v1}
 */
record ApiDocument(String name, ObjectNode root) {
    private static final String HERE = "#";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    List<Operation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    Optional<Operation> operation(String name) {
        return operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findAny();
    }

    ApiDocument withoutWhatIsDeprecated() {
        var rest = root.deepCopy();
        operations().stream().filter(Operation::isDeprecated).forEach(gone -> ((ObjectNode)
                        rest.path("paths").path(gone.path()))
                .remove(gone.method().toLowerCase(Locale.ROOT)));
        return new ApiDocument(name, rest);
    }

    /** The one that a request goes to. */
    Optional<Operation> operationFor(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.takes(method, path))
                .min(Comparator.comparingInt(Operation::variables));
    }

    /** What it refers to when it is a reference within this document, else itself. */
    JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.startsWith(HERE) ? resolve(root.at(reference.substring(HERE.length()))) : node;
    }
}
