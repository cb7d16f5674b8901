package dev.covenant.devstack.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Whether a document says of every object in its answers what is always there. Where it does not, a field that may be missing from now on
 * would change nothing in the document, and nobody would see that it breaks consumers.
 */
final class Promised {
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");

    private final ApiDocument document;
    private final Set<JsonNode> seen = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private Promised(ApiDocument document) {
        this.document = document;
    }

    /** One line for each object that does not, or that promises what it does not have. */
    static List<String> missing(ApiDocument document) {
        var promised = new Promised(document);
        document.operations()
                .forEach(operation -> operation.responses().properties().forEach(answer -> answer.getValue()
                        .path("content")
                        .forEach(content -> promised.visit(
                                "%s: answer %s".formatted(operation.name(), answer.getKey()),
                                content.path("schema")))));
        return promised.found;
    }

    private void visit(String where, JsonNode node) {
        var schema = document.resolve(node);
        if (!schema.isObject() || !seen.add(schema)) {
            return;
        }
        var properties = schema.path("properties");
        var required = schema.path("required").values().stream()
                .map(JsonNode::asString)
                .toList();
        if (!properties.isEmpty() && required.isEmpty()) {
            found.add(where + " does not say what is always there");
        }
        required.stream()
                .filter(name -> !properties.has(name))
                .forEach(name -> found.add("%s promises %s, which it does not have".formatted(where, name)));
        properties.properties().forEach(property -> visit(where + " ." + property.getKey(), property.getValue()));
        visit(where + "[]", schema.path("items"));
        visit(where + " .*", schema.path("additionalProperties"));
        ALTERNATIVES.forEach(member -> schema.path(member).forEach(part -> visit(where, part)));
    }
}
