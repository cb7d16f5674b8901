package dev.covenant.devstack.openapi;

import java.util.List;
import java.util.Set;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks bodies by the schemas of one document; those of OpenAPI 3.1 are JSON Schema 2020-12. */
final class BodySchemas {
    private static final Set<String> ALTERNATIVES = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** With the document's own part in it, to which its schemas refer. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .keyword(new NonValidationKeyword("components"))
            .build();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(DIALECT);
    private final JsonNode components;
    private final boolean ofParts;

    /** For whole bodies, as a client sends them. */
    static BodySchemas whole(ApiDocument document) {
        return new BodySchemas(document.root().path("components").deepCopy(), false);
    }

    /**
     * For parts of bodies, as a consumer reads them: what it does not mention may be missing, what the document does not mention must not
     * be there.
     */
    static BodySchemas parts(ApiDocument document) {
        var components = document.root().path("components").deepCopy();
        components.path("schemas").forEach(BodySchemas::loosen);
        return new BodySchemas(components, true);
    }

    private BodySchemas(JsonNode components, boolean ofParts) {
        this.components = components;
        this.ofParts = ofParts;
    }

    /** What is wrong; each names the place in the body. */
    List<String> misfits(JsonNode schema, JsonNode body) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("components", components);
        var own = schema.deepCopy();
        if (ofParts) {
            loosen(own);
        }
        root.putArray("allOf").add(own);
        return registry.getSchema(root).validate(body).stream()
                .map(error -> "%s %s".formatted(error.getInstanceLocation(), error.getMessage()))
                .toList();
    }

    private static void loosen(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        object.remove("required");
        if (object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        object.path("properties").forEach(BodySchemas::loosen);
        loosen(object.path("items"));
        loosen(object.path("additionalProperties"));
        ALTERNATIVES.forEach(name -> object.path(name).forEach(BodySchemas::loosen));
    }
}
