package dev.covenant.devstack.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
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

    /** The one that the same requests go to. */
    Optional<Operation> like(Operation other) {
        return operations().stream().filter(other::isSameAs).findAny();
    }

    /** Who may call it: what it requires itself, else what the document requires of all, with the schemes that it names. */
    JsonNode access(Operation operation) {
        var required = operation.node().has("security") ? operation.node().path("security") : root.path("security");
        var access = JsonNodeFactory.instance.objectNode();
        required.forEach(alternative -> alternative
                .propertyNames()
                .forEach(scheme -> access.set(
                        scheme, root.path("components").path("securitySchemes").path(scheme))));
        return JsonNodeFactory.instance.arrayNode().add(required).add(access);
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
                .min(Comparator.comparingInt(operation -> operation.variables().size()));
    }

    /** What it refers to, and what it says beside that, when it is a reference within this document; else itself. */
    JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asString("");
        if (!reference.startsWith(HERE)) {
            return node;
        }
        var there = resolve(root.at(reference.substring(HERE.length())));
        return node.size() > 1 && there instanceof ObjectNode object
                ? object.deepCopy().setAll(((ObjectNode) node).deepCopy().without("$ref"))
                : there;
    }
}
