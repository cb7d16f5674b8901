package dev.covenant.devstack.openapi;

import java.math.BigDecimal;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import dev.covenant.devstack.openapi.Contract.Interaction;

/** Whether the parameters that a request sends, and leaves out, are those of its operation. */
record ParameterFit(Interaction interaction, ApiDocument document, Operation operation) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    void misfits(List<String> misfits) {
        var schemas = BodySchemas.whole(document);
        operation.parameters().forEach(parameter -> {
            var told = "%s parameter %s"
                    .formatted(
                            parameter.path("in").asString(),
                            parameter.path("name").asString());
            var sent = sent(parameter);
            if (!sent.isMissingNode()) {
                var schema = parameter.path("schema");
                schemas.misfits(schema, value(document.resolve(schema), sent))
                        .forEach(misfit -> misfits.add(told + misfit));
            } else if (parameter.path("required").asBoolean(false)) {
                misfits.add(told + " is missing");
            }
        });
        interaction.query().propertyNames().stream()
                .filter(name -> operation.parameters().stream().noneMatch(parameter -> isQuery(parameter, name)))
                .forEach(name -> misfits.add("there is no query parameter " + name));
    }

    private JsonNode sent(JsonNode parameter) {
        var name = parameter.path("name").asString();
        return switch (parameter.path("in").asString()) {
            case "query" -> interaction.query().path(name);
            case "header" -> interaction.header(name);
            case "path" -> NODES.stringNode(operation.values(interaction.path()).get(name));
            default -> MissingNode.getInstance();
        };
    }

    private static boolean isQuery(JsonNode parameter, String name) {
        return parameter.path("in").asString().equals("query")
                && parameter.path("name").asString().equals(name);
    }

    /** Texts as the type that the schema has for them. */
    private static JsonNode value(JsonNode schema, JsonNode sent) {
        var type = schema.path("type").asString("string");
        if (type.equals("array")) {
            return sent;
        }
        var text = (sent.isArray() ? sent.path(0) : sent).asString("");
        return switch (type) {
            case "integer", "number" ->
                text.matches("-?\\d+(\\.\\d+)?") ? NODES.numberNode(new BigDecimal(text)) : NODES.stringNode(text);
            case "boolean" -> NODES.booleanNode(Boolean.parseBoolean(text));
            default -> NODES.stringNode(text);
        };
    }
}
