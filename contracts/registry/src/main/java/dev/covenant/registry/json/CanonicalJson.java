package dev.covenant.registry.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON spelled byte for byte as the Pact Broker spells it, because hashes are made of it: compact, only what must be escaped is escaped,
 * and fractions as Ruby prints them.
 */
public final class CanonicalJson {
    /** The order of the Broker's strings: by their bytes in UTF-8. Java's own order differs beyond the basic plane. */
    public static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** Digits before the point up to which a fraction is written without an exponent. */
    private static final int MOST_WHOLE_DIGITS = 16;

    private static final int MOST_LEADING_ZEROS = 4;

    private CanonicalJson() {}

    /** Objects keep the order of their fields. */
    public static String of(JsonNode node) {
        var text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    /** A copy in which the fields of every object are in order. Arrays stay as they are. */
    public static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey(BY_BYTES))
                    .forEach(field -> copy.set(field.getKey(), sorted(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject((ObjectNode) node, text);
            case ARRAY -> writeArray((ArrayNode) node, text);
            case STRING -> quote(node.stringValue(), text);
            case NUMBER ->
                text.append(node.isFloatingPointNumber() ? fraction(node.doubleValue()) : node.bigIntegerValue());
            default -> text.append(node.isBoolean() ? node.booleanValue() : null);
        }
    }

    private static void writeObject(ObjectNode object, StringBuilder text) {
        text.append('{');
        var separator = "";
        for (var field : object.properties()) {
            text.append(separator);
            quote(field.getKey(), text);
            text.append(':');
            write(field.getValue(), text);
            separator = ",";
        }
        text.append('}');
    }

    private static void writeArray(ArrayNode array, StringBuilder text) {
        text.append('[');
        var separator = "";
        for (var element : array) {
            text.append(separator);
            write(element, text);
            separator = ",";
        }
        text.append(']');
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int index = 0; index < value.length(); index++) {
            var character = value.charAt(index);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < ' ') {
                        text.append("\\u%04x".formatted((int) character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    /** The fewest digits that mean this double, like Java; but laid out like Ruby: 100.0, 1.0e+16, 0.0001, 1.0e-05. */
    static String fraction(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        var digits = exact.unscaledValue().toString();
        var point = digits.length() - exact.scale();
        return (value < 0 ? "-" : "") + layOut(digits, point);
    }

    private static String layOut(String digits, int point) {
        if (point > MOST_WHOLE_DIGITS || point <= -MOST_LEADING_ZEROS) {
            var rest = digits.length() > 1 ? digits.substring(1) : "0";
            return "%s.%se%+03d".formatted(digits.charAt(0), rest, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return digits.length() > point
                ? digits.substring(0, point) + "." + digits.substring(point)
                : digits + "0".repeat(point - digits.length()) + ".0";
    }
}
