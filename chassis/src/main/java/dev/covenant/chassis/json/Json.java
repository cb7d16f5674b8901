package dev.covenant.chassis.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Our JSON: what is sent must be exactly what was meant. Unknown and duplicate fields, text for numbers, fractions for whole
 * numbers, and documents beyond the limits are refused. {@link #tolerant()} reads the answers of others, where new fields are welcome.
 */
public final class Json {
    private static final int MAX_DEPTH = 16;
    /** Wide on purpose, a body's own limit is the tighter one: text or numbers too long for a field are told by that field's rule. */
    private static final int MAX_TEXT = 64 * 1024;

    private static final int MAX_NUMBER = 1_000;

    private static final JsonMapper STRICT = strictMapper();
    private static final JsonMapper TOLERANT = STRICT.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** For requests, and for documents that we stored ourselves. */
    public static JsonMapper strict() {
        return STRICT;
    }

    /** For the answers of other services: a field that we do not know is no error (expand and contract). */
    public static JsonMapper tolerant() {
        return TOLERANT;
    }

    private static JsonMapper strictMapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_TEXT)
                .maxNumberLength(MAX_NUMBER)
                .build();
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .withCoercionConfig(
                        LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new CommandIdModule())
                .addModule(new PlainTextModule())
                .addModule(new TimestampModule())
                .build();
    }
}
