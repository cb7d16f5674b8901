package dev.covenant.registry.json;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what clients of the Pact Broker send. Unlike the services' own JSON it welcomes unknown fields, and of a field given twice the
 * last value counts, as it does for the Broker. Nesting is limited to 50, as there.
 */
public final class RegistryJson {
    private static final int MAX_DEPTH = 50;
    /** A contract arrives as one text in a body; the body's limit is the one that counts. */
    private static final int MAX_TEXT = 64 * 1024 * 1024;

    private static final int MAX_NUMBER = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RegistryJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The object that the text spells; empty when it is something else, or holds what cannot be kept: a number beyond doubles, half a character. */
    public static Optional<ObjectNode> object(String text) {
        try {
            return object(MAPPER.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The same of what is read already. */
    public static Optional<ObjectNode> object(JsonNode read) {
        return read instanceof ObjectNode object && canBeKept(object) ? Optional.of(object) : Optional.empty();
    }

    private static boolean canBeKept(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
            case STRING -> isWhole(node.stringValue());
            case OBJECT ->
                node.properties().stream().allMatch(field -> isWhole(field.getKey()) && canBeKept(field.getValue()));
            case ARRAY -> node.values().stream().allMatch(RegistryJson::canBeKept);
            default -> true;
        };
    }

    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
