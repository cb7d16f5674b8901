package dev.covenant.registry.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query whose fields nest, as Ruby's Rack reads it: {@code a[b]=1} is a field of an object, {@code a[]=1} an element of a list, and in
 * {@code q[][a]=1&q[][b]=2&q[][a]=3} a new element begins with the field that the last one has already.
 */
public final class NestedQuery {
    private static final int MOST_FIELDS = 2_000;

    /** A name, and then what nests: nothing, an element, a field, or a field of an element. Clients send no more than that. */
    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)(\\[\\])?(?:\\[([^\\[\\]]+)\\])?");

    private NestedQuery() {}

    /**
     * Every value is text.
     *
     * @param query as it was sent; null for none
     * @return empty when it contradicts itself, is malformed, or holds more than 2000 fields
     */
    public static Optional<ObjectNode> read(String query) {
        var read = JsonNodeFactory.instance.objectNode();
        if (query == null || query.isEmpty()) {
            return Optional.of(read);
        }
        var fields = query.split("&", MOST_FIELDS + 1);
        if (fields.length > MOST_FIELDS) {
            return Optional.empty();
        }
        for (var field : fields) {
            var parts = field.split("=", 2);
            var name = decode(parts[0]);
            var value = parts.length == 1 ? Optional.of("") : decode(parts[1]);
            if (!field.isEmpty() && (name.isEmpty() || value.isEmpty() || !put(read, name.get(), value.get()))) {
                return Optional.empty();
            }
        }
        return Optional.of(read);
    }

    private static boolean put(ObjectNode read, String name, String value) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return false;
        }
        var key = parts.group(1);
        var inner = parts.group(3);
        var there = read.path(key);
        if (parts.group(2) != null) {
            return (there.isMissingNode() || there.isArray()) && putElement(read.withArrayProperty(key), inner, value);
        }
        if (inner == null) {
            read.put(key, value);
            return true;
        }
        if (there.isMissingNode() || there.isObject()) {
            read.withObjectProperty(key).put(inner, value);
            return true;
        }
        return false;
    }

    private static boolean putElement(ArrayNode list, String inner, String value) {
        if (inner == null) {
            list.add(value);
            return true;
        }
        var last = list.isEmpty() ? null : list.get(list.size() - 1);
        var element = last instanceof ObjectNode object && !object.has(inner) ? object : list.addObject();
        element.put(inner, value);
        return true;
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
