package dev.covenant.devstack.openapi;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a running server says of its API, taken apart into one document for each version: its paths, and of the schemas those that they
 * need. Everything is in one order, whatever order the server has it in, and where the server runs is left out.
 */
record Served(String service, JsonNode document) {
    private static final Pattern VERSION = Pattern.compile("/api/v(\\d+)/.*");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    List<ApiDocument> versions() {
        return document.path("paths").propertyNames().stream()
                .map(Served::version)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(this::version)
                .toList();
    }

    private ApiDocument version(int number) {
        var paths = NODES.objectNode();
        document.path("paths").properties().forEach(path -> {
            if (version(path.getKey()) == number) {
                paths.set(path.getKey(), path.getValue());
            }
        });
        var whole = NODES.objectNode();
        whole.set("openapi", document.path("openapi"));
        whole.set("info", sorted(document.path("info")));
        ((ObjectNode) whole.get("info")).put("version", Integer.toString(number));
        whole.set("security", document.path("security"));
        whole.set("paths", sorted(paths));
        var components = whole.putObject("components");
        components.set("schemas", sorted(schemasOf(paths)));
        components.set("securitySchemes", sorted(document.at("/components/securitySchemes")));
        return new ApiDocument(service + "-v" + number, whole);
    }

    private ObjectNode schemasOf(JsonNode paths) {
        var needed = NODES.objectNode();
        var toRead = new ArrayDeque<JsonNode>(List.of(paths));
        while (!toRead.isEmpty()) {
            for (var reference : toRead.pop().findValuesAsString("$ref")) {
                var name = reference.replace(SCHEMAS, "");
                if (!needed.has(name)) {
                    var schema = document.path("components").path("schemas").path(name);
                    needed.set(name, schema);
                    toRead.push(schema);
                }
            }
        }
        return needed;
    }

    private static int version(String path) {
        var version = VERSION.matcher(path);
        if (!version.matches()) {
            throw new IllegalStateException("A path without a version: " + path);
        }
        return Integer.parseInt(version.group(1));
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var members = new TreeMap<String, JsonNode>();
                object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
                yield NODES.objectNode().setAll(members);
            }
            case ArrayNode array -> {
                var items = NODES.arrayNode();
                array.forEach(item -> items.add(sorted(item)));
                yield items;
            }
            default -> node;
        };
    }
}
