package dev.covenant.devstack.openapi;

import java.util.Collection;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** Compares the parameters of one operation in two documents. */
record ParameterChanges(Operation before, Operation after, SchemaChanges schemas, Collection<String> found) {
    void compare() {
        before.parameters().forEach(parameter -> same(parameter, before, after)
                .ifPresentOrElse(other -> compare(parameter, other), () -> add(parameter, "is gone")));
        after.parameters().stream()
                .filter(ParameterChanges::isRequired)
                .filter(parameter -> same(parameter, after, before).isEmpty())
                .forEach(parameter -> add(parameter, "is new and required"));
    }

    private void compare(JsonNode old, JsonNode now) {
        if (isRequired(now) && !isRequired(old)) {
            add(old, "is now required");
        }
        schemas.compare(before.name() + ": " + told(old), old.path("schema"), now.path("schema"));
    }

    private void add(JsonNode parameter, String change) {
        found.add("%s: %s %s".formatted(before.name(), told(parameter), change));
    }

    private static Optional<JsonNode> same(JsonNode parameter, Operation of, Operation in) {
        return in.parameters().stream()
                .filter(other -> key(other, in).equals(key(parameter, of)))
                .findAny();
    }

    /** No client writes the name of a path's variable: its place tells which it is. */
    private static String key(JsonNode parameter, Operation operation) {
        var name = parameter.path("name").asString();
        return parameter.path("in").asString().equals("path")
                ? "path " + operation.variables().indexOf(name)
                : told(parameter);
    }

    private static String told(JsonNode parameter) {
        return "%s parameter %s"
                .formatted(
                        parameter.path("in").asString(), parameter.path("name").asString());
    }

    private static boolean isRequired(JsonNode parameter) {
        return parameter.path("required").asBoolean(false);
    }
}
