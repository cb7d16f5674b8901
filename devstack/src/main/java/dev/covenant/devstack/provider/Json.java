package dev.covenant.devstack.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON to and from the wire. Absent values are left out. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads the fields of one object; fields that nobody asks for are ignored. */
    static Fields fields(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (!tree.isObject()) {
                throw BadRequest.body("the body must be a JSON object");
            }
            return new Fields(tree);
        } catch (JacksonException _) {
            throw BadRequest.body("the body is not valid JSON");
        }
    }

    record Fields(JsonNode tree) {

        long wholeNumber(String name) {
            JsonNode value = tree.path(name);
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw BadRequest.field(name, "must be a whole number of 64 bits");
            }
            return value.longValue();
        }

        String text(String name) {
            JsonNode value = tree.path(name);
            if (!value.isString()) {
                throw BadRequest.field(name, "must be a string");
            }
            return value.stringValue();
        }
    }
}
