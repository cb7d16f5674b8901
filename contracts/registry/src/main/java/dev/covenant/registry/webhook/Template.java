package dev.covenant.registry.webhook;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

import dev.covenant.registry.hal.Urls;

/** Text with parameters such as <code>${pactbroker.consumerName}</code>. */
public final class Template {
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{pactbroker\\.([A-Za-z]{1,100})}");

    private Template() {}

    /** The names of the parameters in it. */
    public static List<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** What stands between its parameters. */
    static List<String> literals(String text) {
        return List.of(PARAMETER.split(text));
    }

    /** A text that has what this one has where it has no parameters. */
    public static String without(String text) {
        return PARAMETER.matcher(text).replaceAll("x");
    }

    /** A parameter without a value is nothing. */
    static String fill(String text, Map<String, String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    static String fillUrl(String url, Map<String, String> values) {
        return fill(url, values, Urls::segment);
    }

    /** Only in texts, so that whatever a value holds the JSON stays what it is. */
    static JsonNode fill(JsonNode json, Map<String, String> values) {
        return switch (json.getNodeType()) {
            case STRING -> StringNode.valueOf(fill(json.stringValue(), values));
            case OBJECT -> {
                var filled = JsonNodeFactory.instance.objectNode();
                json.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), values)));
                yield filled;
            }
            case ARRAY -> {
                var filled = JsonNodeFactory.instance.arrayNode();
                json.forEach(element -> filled.add(fill(element, values)));
                yield filled;
            }
            default -> json;
        };
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> spelling) {
        return PARAMETER.matcher(text).replaceAll(match -> value(match, values, spelling));
    }

    private static String value(MatchResult match, Map<String, String> values, UnaryOperator<String> spelling) {
        return Matcher.quoteReplacement(spelling.apply(values.getOrDefault(match.group(1), "")));
    }
}
